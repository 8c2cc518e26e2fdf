//! An expansion → what it says of every number, read from its syntax without compiling it.

use std::collections::HashMap;
use std::rc::Rc;

use syn::{BinOp, Block, Expr, File, ImplItem, Item, ItemEnum, ItemImpl, Lit, Pat, Stmt};

pub(crate) struct Facts<'f> {
    /// Every variant with its discriminant.
    pub(crate) variants: HashMap<String, u16>,
    pub(crate) from_u16: Vec<Rc<String>>,
    /// The constant of the range.
    pub(crate) range: Vec<Rc<Option<String>>>,
    /// The place of 0, if it were in the arm, and how far apart numbers are.
    row: Vec<Rc<(i64, i64)>>,
    pub(crate) numbers: Vec<u16>,
    pub(crate) named: Vec<String>,
    pub(crate) names: Vec<String>,
    pub(crate) descriptions: Vec<String>,
    pub(crate) reasons: Vec<String>,
    pub(crate) references: Vec<Option<String>>,
    /// The names in `RANGES`, and the constants that stand for them.
    pub(crate) ranges: Vec<String>,
    pub(crate) constants: HashMap<String, usize>,
    /// What a text is parsed as, in the order of the search.
    pub(crate) parsed: Vec<(String, u16)>,
    /// What `tag` gives for every variant.
    pub(crate) tags: HashMap<String, u16>,
    inherent: &'f ItemImpl,
}

impl<'f> Facts<'f> {
    pub(crate) fn new(file: &'f File) -> Self {
        let item = only(file.items.iter().filter_map(|item| match item {
            Item::Enum(item) if is_repr(item) => Some(item),
            _ => None,
        }));
        let mut blocks = file.items.iter().filter_map(|item| match item {
            Item::Const(item) => block(&item.expr),
            _ => None,
        });
        let members = blocks.next_back().expect("the members");
        let inherent = only(impls(members).filter(|item| item.trait_.is_none()));
        let parsing = only(impls(members).filter(|item| {
            let of = item
                .trait_
                .as_ref()
                .and_then(|(path, _)| path.segments.last());
            of.is_some_and(|of| of.ident == "FromStr")
        }));
        let texts = statics(method(parsing, "from_str"), "TEXTS");
        let array = |name: &str| elements(statics(members, name));
        Self {
            variants: item
                .variants
                .iter()
                .map(|variant| {
                    let (_, tag) = variant.discriminant.as_ref().expect("a discriminant");
                    (variant.ident.to_string(), number(tag))
                })
                .collect(),
            from_u16: arms(body(method(inherent, "from_u16")), last),
            range: arms(body(method(inherent, "range")), |range| {
                option(range).map(last)
            }),
            row: arms(body(function(members, "row")), |row| {
                (place(row, 0), place(row, 1) - place(row, 0))
            }),
            numbers: array("NUMBERS").map(number).collect(),
            named: elements(constant(inherent, "NAMED")).map(last).collect(),
            names: array("NAMES").map(text).collect(),
            descriptions: array("TEXTS")
                .map(|texts| {
                    let first = elements(texts).next().expect("a description");
                    text(tuple(first).1)
                })
                .collect(),
            reasons: array("REASONS").map(text).collect(),
            references: array("REFERENCES")
                .map(|reference| option(reference).map(text))
                .collect(),
            ranges: elements(constant(inherent, "RANGES"))
                .map(|range| {
                    let Expr::Call(call) = range else {
                        panic!("a range is not made")
                    };
                    text(&call.args[0])
                })
                .collect(),
            constants: inherent
                .items
                .iter()
                .filter_map(|item| match item {
                    ImplItem::Const(item) => Some((item.ident.to_string(), index(&item.expr)?)),
                    _ => None,
                })
                .collect(),
            parsed: elements(texts)
                .map(|pair| (text(tuple(pair).0), number(tuple(pair).1)))
                .collect(),
            tags: tags(body(function(members, "tag"))),
            inherent,
        }
    }

    /// The place of a number's texts.
    pub(crate) fn row(&self, number: u16) -> usize {
        let (start, step) = *self.row[usize::from(number)];
        usize::try_from(start + step * i64::from(number)).expect("a place")
    }

    /// Whether two numbers come to the same arms.
    pub(crate) fn are_alike(&self, a: u16, b: u16) -> bool {
        let (a, b) = (usize::from(a), usize::from(b));
        Rc::ptr_eq(&self.from_u16[a], &self.from_u16[b])
            && Rc::ptr_eq(&self.range[a], &self.range[b])
            && Rc::ptr_eq(&self.row[a], &self.row[b])
    }

    /// What a column says of each number, values of enums as their variants. Its method goes by the
    /// discriminant of the variant, and by number for a range whose codes have more than one value.
    pub(crate) fn column(&self, name: &str, is_optional: bool) -> Vec<Rc<Option<String>>> {
        let read = |expr| {
            if is_optional {
                option(expr).map(value)
            } else {
                Some(value(expr))
            }
        };
        let body = body(method(self.inherent, name));
        let Expr::Match(matched) = body else {
            let value = Rc::new(read(body));
            return vec![value; 1 << 16];
        };
        assert!(is_call_of(&matched.expr, "tag"), "a variant is not matched");
        let by_tag = arms(body, |arm| match arm {
            Expr::Match(inner) if is_number(&inner.expr) => Arm::ByNumber(arms(arm, read)),
            Expr::Match(_) => Arm::ByTag(arms(arm, read)),
            value => Arm::Value(Rc::new(read(value))),
        });
        let values = (0..=u16::MAX).map(|number| {
            let number = usize::from(number);
            let tag = usize::from(self.tags[&**self.from_u16[number]]);
            let value = match &*by_tag[tag] {
                Arm::Value(value) => value,
                Arm::ByTag(values) => &values[tag],
                Arm::ByNumber(values) => &values[number],
            };
            Rc::clone(value)
        });
        values.collect()
    }
}

/// What an arm of a column comes to.
enum Arm<T> {
    Value(Rc<T>),
    /// The discriminant is matched once more.
    ByTag(Vec<Rc<T>>),
    ByNumber(Vec<Rc<T>>),
}

/// The discriminants as the function `tag` has them.
fn tags(expr: &Expr) -> HashMap<String, u16> {
    let Expr::Match(tags) = expr else {
        panic!("`tag` is no match");
    };
    let arms = tags.arms.iter();
    let tags = arms.map(|arm| {
        let variant = match &arm.pat {
            Pat::Path(pat) => &pat.path,
            Pat::TupleStruct(pat) => &pat.path,
            _ => panic!("a variant is not matched"),
        };
        let variant = variant.segments.last().expect("a variant");
        (variant.ident.to_string(), number(&arm.body))
    });
    tags.collect()
}

fn is_repr(item: &ItemEnum) -> bool {
    item.attrs
        .iter()
        .any(|attribute| attribute.path().is_ident("repr"))
}

fn only<T>(mut all: impl Iterator<Item = T>) -> T {
    let first = all.next().expect("one");
    assert!(all.next().is_none(), "more than one");
    first
}

fn block(expr: &Expr) -> Option<&Block> {
    match expr {
        Expr::Block(expr) => Some(&expr.block),
        _ => None,
    }
}

fn items(block: &Block) -> impl Iterator<Item = &Item> {
    block.stmts.iter().filter_map(|stmt| match stmt {
        Stmt::Item(item) => Some(item),
        _ => None,
    })
}

fn impls(block: &Block) -> impl Iterator<Item = &ItemImpl> {
    items(block).filter_map(|item| match item {
        Item::Impl(item) => Some(item),
        _ => None,
    })
}

fn statics<'a>(block: &'a Block, name: &str) -> &'a Expr {
    only(items(block).filter_map(|item| match item {
        Item::Static(item) if item.ident == name => Some(&*item.expr),
        _ => None,
    }))
}

fn function<'a>(block: &'a Block, name: &str) -> &'a Block {
    only(items(block).filter_map(|item| match item {
        Item::Fn(item) if item.sig.ident == name => Some(&*item.block),
        _ => None,
    }))
}

fn method<'a>(item: &'a ItemImpl, name: &str) -> &'a Block {
    only(item.items.iter().filter_map(|item| match item {
        ImplItem::Fn(item) if item.sig.ident == name => Some(&item.block),
        _ => None,
    }))
}

fn constant<'a>(item: &'a ItemImpl, name: &str) -> &'a Expr {
    only(item.items.iter().filter_map(|item| match item {
        ImplItem::Const(item) if item.ident == name => Some(&item.expr),
        _ => None,
    }))
}

/// The expression that a function is.
fn body(block: &Block) -> &Expr {
    match only(block.stmts.iter()) {
        Stmt::Expr(body, None) => body,
        _ => panic!("a function is no expression"),
    }
}

/// What a `match` comes to for each number. It has an arm for all, and no arm is for none.
fn arms<'f, T>(expr: &'f Expr, of: impl Fn(&'f Expr) -> T) -> Vec<Rc<T>> {
    let Expr::Match(expr) = expr else {
        panic!("a number is not matched");
    };
    let mut found = vec![None; 1 << 16];
    for arm in &expr.arms {
        let body = Rc::new(of(&arm.body));
        let mut is_taken = false;
        for (first, last) in spans(&arm.pat) {
            for place in &mut found[first.into()..=last.into()] {
                if place.is_none() {
                    *place = Some(Rc::clone(&body));
                    is_taken = true;
                }
            }
        }
        assert!(is_taken, "an arm is never taken");
    }
    let found: Option<_> = found.into_iter().collect();
    found.expect("an arm for every number")
}

fn spans(pat: &Pat) -> Vec<(u16, u16)> {
    match pat {
        Pat::Wild(_) | Pat::Ident(_) => vec![(0, u16::MAX)],
        Pat::Lit(lit) => vec![(literal(&lit.lit), literal(&lit.lit))],
        Pat::Range(range) => match (&range.start, &range.end) {
            (Some(first), Some(last)) => vec![(number(first), number(last))],
            _ => panic!("a range without an end"),
        },
        Pat::Or(or) => or.cases.iter().flat_map(spans).collect(),
        _ => panic!("a pattern of another kind"),
    }
}

fn literal(lit: &Lit) -> u16 {
    match lit {
        Lit::Int(lit) => lit.base10_parse().expect("a number"),
        _ => panic!("not a number"),
    }
}

fn number(expr: &Expr) -> u16 {
    match expr {
        Expr::Lit(expr) => literal(&expr.lit),
        _ => panic!("not a number"),
    }
}

/// The number that `7usize` is, or `(code - 4000) as usize + 7usize`.
fn place(expr: &Expr, code: i64) -> i64 {
    match expr {
        Expr::Path(_) => code,
        Expr::Lit(_) => number(expr).into(),
        Expr::Paren(expr) => place(&expr.expr, code),
        Expr::Cast(expr) => place(&expr.expr, code),
        Expr::Binary(expr) => {
            let (left, right) = (place(&expr.left, code), place(&expr.right, code));
            match expr.op {
                BinOp::Add(_) => left + right,
                BinOp::Sub(_) => left - right,
                _ => panic!("another operation"),
            }
        }
        _ => panic!("not a place"),
    }
}

fn text(expr: &Expr) -> String {
    match expr {
        Expr::Lit(expr) => match &expr.lit {
            Lit::Str(text) => text.value(),
            _ => panic!("not a text"),
        },
        _ => panic!("not a text"),
    }
}

/// The value of a column.
fn value(expr: &Expr) -> String {
    match expr {
        Expr::Unary(expr) => format!("-{}", value(&expr.expr)),
        Expr::Lit(expr) => match &expr.lit {
            Lit::Bool(value) => value.value.to_string(),
            Lit::Int(value) => value.base10_digits().to_owned(),
            Lit::Str(value) => value.value(),
            _ => panic!("a value of another type"),
        },
        expr => crate::model::squashed(&last(expr)),
    }
}

/// `GoingAway` of `Self::GoingAway` and of `Self::GoingAway(…)`.
fn last(expr: &Expr) -> String {
    match expr {
        Expr::Path(expr) => expr.path.segments.last().expect("a path").ident.to_string(),
        Expr::Call(expr) => last(&expr.func),
        _ => panic!("not a path"),
    }
}

fn is_call_of(expr: &Expr, function: &str) -> bool {
    matches!(expr, Expr::Call(call) if last(&call.func) == function)
}

/// Whether an expression is the number of `self`, whatever the method is called.
fn is_number(expr: &Expr) -> bool {
    matches!(expr, Expr::MethodCall(_))
}

fn option(expr: &Expr) -> Option<&Expr> {
    match (expr, &*last(expr)) {
        (Expr::Call(call), "Some") => Some(&call.args[0]),
        (Expr::Path(_), "None") => None,
        _ => panic!("not an option"),
    }
}

fn elements(expr: &Expr) -> impl Iterator<Item = &Expr> {
    match expr {
        Expr::Reference(expr) => match &*expr.expr {
            Expr::Array(expr) => expr.elems.iter(),
            _ => panic!("not a slice"),
        },
        Expr::Array(expr) => expr.elems.iter(),
        _ => panic!("not an array"),
    }
}

fn tuple(expr: &Expr) -> (&Expr, &Expr) {
    match expr {
        Expr::Tuple(expr) => (&expr.elems[0], &expr.elems[1]),
        _ => panic!("not a pair"),
    }
}

/// `3` of `&Self::RANGES[3usize]`.
fn index(expr: &Expr) -> Option<usize> {
    let Expr::Reference(expr) = expr else {
        return None;
    };
    match &*expr.expr {
        Expr::Index(expr) => Some(number(&expr.index).into()),
        _ => None,
    }
}
