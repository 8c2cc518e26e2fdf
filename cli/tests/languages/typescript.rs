//! What the exports to TypeScript say.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use close_codes_codegen::{Code, ColumnType};
use serde_json::{Value, json};

use crate::{Case, check_is_plain, folder, run, string, word_after};

/// What the issue of the command line asks for, and what else careful projects turn on.
const OPTIONS: [&str; 15] = [
    "declaration",
    "erasableSyntaxOnly",
    "exactOptionalPropertyTypes",
    "isolatedDeclarations",
    "isolatedModules",
    "noFallthroughCasesInSwitch",
    "noImplicitOverride",
    "noImplicitReturns",
    "noPropertyAccessFromIndexSignature",
    "noUncheckedIndexedAccess",
    "noUncheckedSideEffectImports",
    "noUnusedLocals",
    "noUnusedParameters",
    "strict",
    "verbatimModuleSyntax",
];

pub(crate) fn answers(cases: &[Case]) -> Vec<Value> {
    let folder = folder("typescript");
    let source = folder.join("source");
    fs::create_dir(&source).expect("a folder");
    let mut published = Vec::new();
    let (mut driver, mut names) = (String::from(HEAD), Vec::new());
    for (index, case) in cases.iter().enumerate() {
        let text = case.export("typescript");
        check_is_plain(case, "typescript", &text);
        let name = word_after(&text, "export const ").to_owned();
        let file = format!("t{index}.ts");
        fs::write(source.join(&file), &text).expect("a file");
        if case.is_published {
            published.push(file);
        }
        module(&mut driver, case, index, &name);
        names.push(name);
    }
    fs::write(source.join("driver.ts"), driver).expect("a file");
    let mut options = json!({
        "target": "es2022",
        "lib": ["es2022"],
        "module": "nodenext",
        "types": [],
        "rootDir": "source",
        "outDir": "compiled",
    });
    for option in OPTIONS {
        options[option] = true.into();
    }
    let project = json!({"compilerOptions": options, "include": ["source"]});
    fs::write(folder.join("tsconfig.json"), project.to_string()).expect("a file");
    fs::write(folder.join("package.json"), r#"{"type": "module"}"#).expect("a file");
    run(Command::new("tsc").current_dir(&folder));
    run(Command::new("prettier")
        .arg("--check")
        .args(&published)
        .current_dir(&source));
    check_is_shaken(&cases[0], &names[0], &folder);
    let out = run(Command::new("node")
        .arg("compiled/driver.js")
        .current_dir(&folder));
    let lines = out
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"));
    lines.collect()
}

const HEAD: &str = "\
declare const console: { log(text: string): void };

// Integers as text: JSON has no 64 bits.
function cell(value: string | number | bigint | boolean | undefined): string | boolean | null {
  return typeof value === \"number\" || typeof value === \"bigint\" ? String(value) : (value ?? null);
}

type Atom = string | number | boolean | null;

function runs(answer: (code: number) => Atom[] | null, shown: (code: number) => unknown): unknown[] {
  const runs: unknown[] = [];
  let last: Atom[] | null | undefined;
  for (let code = 0; code <= 65535; code++) {
    const next = answer(code);
    if (next?.length !== last?.length || last === undefined || next?.some((atom, i) => atom !== last?.[i])) {
      runs.push([code, shown(code)]);
    }
    last = next;
  }
  return runs;
}

function throws(code: number, get: (code: number) => unknown): void {
  try {
    get(code);
  } catch (error) {
    if (error instanceof RangeError) {
      return;
    }
  }
  throw new Error(`${code} is taken for a close code`);
}
";

/// Adds what prints one table, what compares its keys, and a `switch` over all of its codes.
fn module(driver: &mut String, case: &Case, index: usize, name: &str) {
    line!(driver, "\nimport * as t{index} from \"./t{index}.js\";\n{{");
    printing(driver, case, index, name);
    let t = format!("t{index}");
    let info = if case.custom_only { "!" } else { "" };
    for code in codes(case) {
        // The key is the variant of Rust.
        let (variant, number) = (&code.entry.variant, code.number);
        let key = string(variant);
        line!(driver, "  {t}.{name}.{variant} satisfies {number};");
        line!(
            driver,
            "  if ({t}.infoOf({number}){info}.variant !== {key}) throw new Error({key});"
        );
    }
    if !case.custom_only {
        for code in ["-1", "65536", "1000.5", "NaN"] {
            line!(driver, "  throws({code}, {t}.infoOf);");
        }
    }
    line!(driver, "}}");
    switches(driver, case, index, name);
}

fn codes(case: &Case) -> impl Iterator<Item = &Code> {
    let codes = case.table.codes().iter();
    codes.filter(|code| !case.custom_only || code.entry.is_custom())
}

fn printing(driver: &mut String, case: &Case, index: usize, name: &str) {
    let t = format!("t{index}");
    let columns = case.table.columns().iter();
    let columns: Vec<String> = columns
        .map(|column| format!("cell(info.{})", camel(&column.name)))
        .collect();
    let texts = case.table.languages().into_iter();
    let texts: Vec<String> = texts
        .map(|tag| format!("{t}.descriptions[{}]", string(tag.as_str())))
        .collect();
    let mut ranges = case.table.ranges().iter();
    let has_ranges = ranges.any(|range| !case.custom_only || range.entry.is_custom());
    let range_of = |key: &str| {
        if has_ranges {
            format!("{key}.range === undefined ? null : {t}.ranges[{key}.range].name")
        } else {
            "null".to_owned()
        }
    };
    let ranges = if has_ranges {
        RANGES.replace("RANGE_OF", &range_of("range"))
    } else {
        "Object.keys(t.ranges)".to_owned()
    };
    let sendable = if case.custom_only {
        "null"
    } else {
        "t.isSendable(code)"
    };
    let text = PRINTING
        .replace("RANGES", &ranges)
        .replace("RANGE_OF", &range_of("info"))
        .replace("TEXTS", &texts.join(", "))
        .replace("COLUMNS", &columns.join(", "))
        .replace("SENDABLE", sendable)
        .replace("NAME", name)
        .replace(" t.", &format!(" {t}."))
        .replace("(t.", &format!("({t}."));
    driver.push_str(&text);
}

/// One list to compare, which is cheap, and one to print.
const PRINTING: &str = "\
  const texts = [TEXTS];
  const answer = (code: number): Atom[] | null => {
    const info = t.infoOf(code);
    return info === undefined ? null : [
      t.isNAME(code), info.name, info.aliases?.join() ?? \"\", info.reason ?? \"\",
      info.reference ?? \"\", info.deprecated ?? \"\", RANGE_OF,
      ...texts.map((text) => t.descriptionOf(code, text) ?? null),
      COLUMNS, SENDABLE, t.isBrowserSendable(code),
    ];
  };
  const shown = (code: number): unknown => {
    const info = t.infoOf(code);
    return info === undefined ? null : [
      t.isNAME(code), info.name, info.aliases ?? [], info.reason ?? \"\",
      info.reference ?? \"\", info.deprecated ?? \"\", RANGE_OF,
      texts.map((text) => t.descriptionOf(code, text) ?? null),
      [COLUMNS], SENDABLE, t.isBrowserSendable(code),
    ];
  };
  console.log(JSON.stringify({
    languages: Object.keys(t.descriptions),
    codes: Object.values(t.NAME),
    ranges: RANGES,
    runs: runs(answer, shown),
  }));
";

const RANGES: &str = "\
(Object.keys(t.ranges) as (keyof typeof t.ranges)[]).map((key) => {
      const range = t.ranges[key];
      return [
        range.name, range.reference ?? \"\", RANGE_OF, range.spans,
        texts.map((text) => text[key]),
        range.spans.flatMap(([first, last]) =>
          [first - 1, first, last, last + 1].map((code) => t.isInRange(code, key))),
      ];
    })";

/// A `switch` that has every code, one that lacks a code, and one over the values of a column.
fn switches(driver: &mut String, case: &Case, index: usize, name: &str) {
    let t = format!("t{index}");
    let variants: Vec<&str> = codes(case)
        .map(|code| code.entry.variant.as_str())
        .collect();
    let Some((_, others)) = variants.split_last() else {
        return;
    };
    for (function, there) in [("all", &variants[..]), ("most", others)] {
        line!(
            driver,
            "\nexport function {function}{index}(code: {t}.{name}): string {{"
        );
        line!(driver, "  switch (code) {{");
        for variant in there {
            let text = string(variant);
            line!(
                driver,
                "    case {t}.{name}.{variant}:\n      return {text};"
            );
        }
        line!(driver, "    default: {{");
        if there.len() < variants.len() {
            line!(driver, "      // @ts-expect-error a code is missing");
        }
        line!(
            driver,
            "      const never: never = code;\n      return never;\n    }}\n  }}\n}}"
        );
    }
    let mut columns = case.table.columns().iter();
    let column = columns.find_map(|column| match &column.column_type {
        ColumnType::Enum(values) => Some((camel(&column.name), values)),
        _ => None,
    });
    let (column, values) = column.expect("every table has `sender`");
    let prefix = name.strip_suffix("Code").unwrap_or(name);
    line!(
        driver,
        "\nexport function value{index}(info: {t}.{prefix}Info): string {{"
    );
    line!(driver, "  switch (info.{column}) {{");
    for value in values {
        let text = string(value);
        line!(driver, "    case {text}:\n      return {text};");
    }
    line!(driver, "  }}\n}}");
}

fn camel(column: &str) -> String {
    let mut words = column.split('_');
    let mut out = words.next().unwrap_or_default().to_owned();
    for word in words {
        out.push_str(&word[..1].to_uppercase());
        out.push_str(&word[1..]);
    }
    out
}

/// A bundle of the standard table has what is imported, and no more.
fn check_is_shaken(case: &Case, name: &str, folder: &Path) {
    let entry = &case.table.code(1002).expect("a standard code").entry;
    let reference = entry.reference.as_deref().expect("a reference");
    let texts = case.table.texts(entry).into_iter().map(|(_, text)| text);
    let texts: Vec<&str> = texts.chain([reference]).collect();
    let [english, chinese, reference] = texts[..] else {
        panic!("the standard table has two languages");
    };
    for (imported, wanted) in [
        ("descriptionsEn", &[english][..]),
        ("descriptionsZhCn", &[chinese]),
        ("descriptions", &[english, chinese]),
        ("infoOf", &[reference]),
        (&format!("is{name}"), &[]),
        (name, &[]),
    ] {
        let text =
            format!("import {{ {imported} }} from \"./source/t0.js\";\nconsole.log({imported});\n");
        fs::write(folder.join("entry.ts"), text).expect("a file");
        let options = [
            "--bundle",
            "--format=esm",
            "--charset=utf8",
            "--minify-whitespace",
        ];
        let bundle = run(Command::new("esbuild")
            .args(options)
            .arg("entry.ts")
            .current_dir(folder));
        for text in [english, chinese, reference] {
            let (is_there, is_wanted) = (bundle.contains(text), wanted.contains(&text));
            assert_eq!(
                is_there, is_wanted,
                "{text:?} after import of {imported}:\n{bundle}"
            );
        }
    }
}
