//! The words of the page itself, in the two languages of the standard table.

/// A word in English and in Chinese.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) en: &'static str,
    pub(super) zh: &'static str,
}

const fn word(en: &'static str, zh: &'static str) -> Word {
    Word { en, zh }
}

pub(super) const KIND: Word = word("WebSocket close codes", "WebSocket 关闭码");
pub(super) const SKIP: Word = word("Skip to the codes", "跳到关闭码列表");
pub(super) const SOURCE: Word = word("Source", "来源");
pub(super) const CHECKED: Word = word("checked on", "核对日期");
pub(super) const LANGUAGE: Word = word("Language", "语言");
pub(super) const THEME: Word = word("Theme", "主题");
pub(super) const AUTO: Word = word("Automatic", "自动");
pub(super) const LIGHT: Word = word("Light", "浅色");
pub(super) const DARK: Word = word("Dark", "深色");
pub(super) const LINE: Word = word("Number line", "数轴");
pub(super) const LINE_NOTE: Word = word(
    "Each stroke is a code, and the numbers above count them. Each bar is a range. 0–4999 are to scale.",
    "每条竖线是一个关闭码，上方的数字是其数量；每个横条是一个区间。0–4999 按比例绘制。",
);
pub(super) const CLOSER: Word = word("A closer look", "放大");
pub(super) const CODES: Word = word("Codes", "关闭码");
pub(super) const RANGES: Word = word("Ranges", "区间");
pub(super) const COLUMNS: Word = word("Columns", "列");
pub(super) const SEARCH: Word = word("Search", "搜索");
pub(super) const SEARCH_HINT: Word = word("Number, name or text", "数值、名称或文字");
pub(super) const SENDER: Word = word("Sender", "发送方");
pub(super) const ADVICE: Word = word("What to do next", "后续操作");
pub(super) const ALL: Word = word("All", "全部");
pub(super) const STANDARD: Word = word("Standard codes", "标准关闭码");
pub(super) const CLEAR: Word = word("Clear", "清除");
pub(super) const NOTHING: Word = word("Nothing matches.", "没有匹配的内容。");
pub(super) const COUNT: Word = word("{shown} of {all} codes", "{all} 个关闭码中的 {shown} 个");
pub(super) const IN_RANGE: Word = word(
    "{number} has no name. It is in the range {range}.",
    "{number} 没有名称，属于区间 {range}。",
);
pub(super) const CODE: Word = word("Code", "关闭码");
pub(super) const NUMBERS: Word = word("Numbers", "数值");
pub(super) const NAME: Word = word("Name", "名称");
pub(super) const MEANING: Word = word("Meaning", "含义");
pub(super) const DEPRECATED: Word = word("Deprecated", "已弃用");
pub(super) const MORE: Word = word("Details", "详情");
pub(super) const ALIASES: Word = word("Aliases", "别名");
pub(super) const RANGE: Word = word("Range", "区间");
pub(super) const REASON: Word = word("Default reason", "默认原因");
pub(super) const REFERENCE: Word = word("Reference", "出处");
pub(super) const ON_WIRE: Word = word("In a Close frame", "可出现在关闭帧中");
pub(super) const IN_BROWSER: Word = word("By a browser’s close()", "可用于浏览器的 close()");
pub(super) const YES: Word = word("yes", "是");
pub(super) const NO: Word = word("no", "否");
pub(super) const NONE: Word = word("none", "无");
pub(super) const TYPE: Word = word("Type", "类型");
pub(super) const DEFAULT: Word = word("Default", "默认值");
pub(super) const OPTIONAL: Word = word("optional", "可选");

/// What a value of the standard columns stands for.
pub(super) fn value(column: &str, value: &str) -> Option<Word> {
    Some(match (column, value) {
        ("sender", "either") => word("Either side", "双方"),
        ("sender", "client") => word("Client", "客户端"),
        ("sender", "server") => word("Server", "服务器"),
        ("sender", "nobody") => word("Nobody", "无人发送"),
        ("reconnect", "unspecified") => word("Up to the client", "由客户端决定"),
        ("reconnect", "immediately") => word("Reconnect at once", "立即重连"),
        ("reconnect", "resume") => word("Resume the session", "恢复会话"),
        ("reconnect", "backoff") => word("Wait, then reconnect", "等待后重连"),
        ("reconnect", "after_change") => word("Change something first", "更改后再重连"),
        ("reconnect", "never") => word("Do not reconnect", "不要重连"),
        _ => return None,
    })
}
