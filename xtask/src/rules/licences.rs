//! Everything that is built has a licence that goes with ours (Apache-2.0 OR MIT).
//!
//! Reads SPDX expressions; of an `OR` one side suffices, of an `AND` both must do.

use super::Fault;
use crate::house::House;

/// Permissive licences: keep the notice, and do as you like.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    // Of data: the list of root certificates that other systems than ours are checked against.
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Every package has a licence from the list.
pub(crate) fn licences(house: &House) -> Vec<Fault> {
    let mut faults = Vec::new();
    for built in &house.built {
        let place = format!("{} {}", built.name, built.version);
        match acceptable(&built.licence) {
            Ok(true) => {}
            Ok(false) => faults.push(Fault::new(place, format!("the licence {} is not in the list", built.licence))),
            Err(why) => {
                faults.push(Fault::new(place, format!("the licence {:?} cannot be read: {why}", built.licence)))
            }
        }
    }
    faults
}

/// Whether an SPDX expression can be met with the list. `/` is the old way to write `OR`.
fn acceptable(expression: &str) -> Result<bool, String> {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let tokens: Vec<&str> = spaced.split_whitespace().collect();
    let mut reader = Reader { tokens: &tokens };
    let answer = reader.any()?;
    match reader.next() {
        None => Ok(answer),
        Some(token) => Err(format!("{token} is one too many")),
    }
}

/// `any = all OR all …`, `all = one AND one …`, `one = ( any ) | licence [WITH exception]`.
struct Reader<'a> {
    tokens: &'a [&'a str],
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<&'a str> {
        let (first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        Some(first)
    }

    fn eat(&mut self, word: &str) -> bool {
        let is_next = self.tokens.first() == Some(&word);
        if is_next {
            self.next();
        }
        is_next
    }

    fn any(&mut self) -> Result<bool, String> {
        let mut answer = self.all()?;
        while self.eat("OR") {
            answer |= self.all()?;
        }
        Ok(answer)
    }

    fn all(&mut self) -> Result<bool, String> {
        let mut answer = self.one()?;
        while self.eat("AND") {
            answer &= self.one()?;
        }
        Ok(answer)
    }

    fn one(&mut self) -> Result<bool, String> {
        let token = self.next().ok_or("it ends too early")?;
        if token == "(" {
            let answer = self.any()?;
            return if self.eat(")") { Ok(answer) } else { Err("a bracket is not closed".to_owned()) };
        }
        if [")", "AND", "OR", "WITH"].contains(&token) {
            return Err(format!("{token} where a licence should be"));
        }
        if self.eat("WITH") {
            let exception = self.next().ok_or("it ends too early")?;
            return Ok(ALLOWED.contains(&format!("{token} WITH {exception}").as_str()));
        }
        Ok(ALLOWED.contains(&token))
    }
}

#[cfg(test)]
mod tests {
    use super::acceptable;

    #[test]
    fn of_or_one_side_suffices_and_of_and_both_must_do() {
        for good in [
            "MIT",
            "MIT/Apache-2.0",
            "GPL-2.0-only OR MIT",
            "(MIT OR GPL-3.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-2.0",
        ] {
            assert_eq!(acceptable(good), Ok(true), "{good}");
        }
        for bad in [
            "AGPL-3.0",
            "MIT AND GPL-2.0-only",
            "MIT AND (GPL-2.0 OR LGPL-2.1)",
            "GPL-2.0 WITH Classpath-exception-2.0",
        ] {
            assert_eq!(acceptable(bad), Ok(false), "{bad}");
        }
    }

    #[test]
    fn and_binds_tighter_than_or() {
        assert_eq!(acceptable("MIT OR MIT AND GPL-2.0"), Ok(true));
        assert_eq!(acceptable("GPL-2.0 AND MIT OR GPL-2.0"), Ok(false));
    }

    #[test]
    fn what_cannot_be_read_is_not_accepted() {
        for broken in ["", "MIT AND", "(MIT", "MIT)", "MIT Apache-2.0", "OR MIT"] {
            assert!(acceptable(broken).is_err(), "{broken}");
        }
    }
}
