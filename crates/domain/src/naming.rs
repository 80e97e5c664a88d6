//! Names that people give to clients and projects: the short one for commands and addresses, the long one for pages and
//! mails. What a name belongs to is not known here.

use std::{fmt, str::FromStr};

/// A short name for commands and addresses: 2 to 40 lower-case ASCII letters, digits and hyphens, none of these last at
/// either end.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slug(String);

/// A name for pages, letters and mails: 1 to 120 characters on one line, without outer blanks.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name(String);

/// A project as commands name it: the slug of its client, a slash, its own (`almelo/zuiderpark`).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ProjectPath {
    /// Of the client.
    pub organisation: Slug,
    /// Of the project.
    pub project: Slug,
}

/// The text is not a slug.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a short name (write 2 to 40 lower-case letters, digits and hyphens, as in de-hagen)")]
pub struct NotASlug;

/// The text is not a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a name (write 1 to 120 characters on one line)")]
pub struct NotAName;

/// The text is not the path of a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a project (write the short names of client and project, as in voorbeeld/de-hagen)")]
pub struct NotAProjectPath;

impl Slug {
    /// Reads a slug, exactly.
    ///
    /// # Errors
    /// [`NotASlug`].
    pub fn parse(text: &str) -> Result<Self, NotASlug> {
        let signs = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        let ends = !text.starts_with('-') && !text.ends_with('-');
        if signs && ends && (2..=40).contains(&text.len()) { Ok(Self(text.to_owned())) } else { Err(NotASlug) }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Name {
    /// Reads a name; outer blanks go.
    ///
    /// # Errors
    /// [`NotAName`].
    pub fn parse(text: &str) -> Result<Self, NotAName> {
        let text = text.trim();
        let fits = (1..=120).contains(&text.chars().count()) && !text.chars().any(char::is_control);
        if fits { Ok(Self(text.to_owned())) } else { Err(NotAName) }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = NotASlug;
    fn from_str(text: &str) -> Result<Self, NotASlug> {
        Self::parse(text)
    }
}
impl FromStr for Name {
    type Err = NotAName;
    fn from_str(text: &str) -> Result<Self, NotAName> {
        Self::parse(text)
    }
}
impl FromStr for ProjectPath {
    type Err = NotAProjectPath;
    fn from_str(text: &str) -> Result<Self, NotAProjectPath> {
        let (organisation, project) = text.split_once('/').ok_or(NotAProjectPath)?;
        let slug = |text| Slug::parse(text).map_err(|_| NotAProjectPath);
        Ok(Self { organisation: slug(organisation)?, project: slug(project)? })
    }
}
impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl fmt::Display for ProjectPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.organisation, self.project)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain() {
        for good in ["de-hagen", "voorbeeld", "a1", "2026", "a--b"] {
            assert_eq!(Slug::parse(good).map(|slug| slug.to_string()), Ok(good.to_owned()));
        }
        for bad in ["", "a", "-a", "a-", "De-Hagen", "de hagen", "de_hagen", "hágen", "a/b", "a\n", &"a".repeat(41)] {
            assert_eq!(Slug::parse(bad), Err(NotASlug), "{bad:?}");
        }
    }

    #[test]
    fn names_stand_on_one_line() {
        assert_eq!(Name::parse(" Woningstichting 't Huis ").unwrap().as_str(), "Woningstichting 't Huis");
        for bad in ["", "  ", "a\nb", "a\0", &"x".repeat(121)] {
            assert_eq!(Name::parse(bad), Err(NotAName), "{bad:?}");
        }
    }

    #[test]
    fn a_project_has_a_client_in_front() {
        let path: ProjectPath = "voorbeeld/de-hagen".parse().unwrap();
        assert_eq!((path.organisation.as_str(), path.project.as_str()), ("voorbeeld", "de-hagen"));
        assert_eq!(path.to_string(), "voorbeeld/de-hagen");
        for bad in ["", "voorbeeld", "/", "voorbeeld/", "/de-hagen", "a1/b1/c1", "a1 / b1"] {
            assert_eq!(bad.parse::<ProjectPath>(), Err(NotAProjectPath), "{bad:?}");
        }
    }
}
