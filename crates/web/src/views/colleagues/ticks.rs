//! The projects of the house as boxes to tick, those of a project lead ticked.

use std::collections::BTreeSet;

/// A project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectTick {
    /// `client/project`, as it is sent.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The name of its client.
    pub client: String,
    /// It is one of theirs.
    pub ticked: bool,
}

impl ProjectTick {
    /// All of them, with these ticked; what is no project is left out.
    #[must_use]
    pub fn marked(mut all: Vec<Self>, keys: &[String]) -> Vec<Self> {
        let keys: BTreeSet<&str> = keys.iter().map(String::as_str).collect();
        all.iter_mut().for_each(|it| it.ticked = keys.contains(it.key.as_str()));
        all
    }

    #[cfg(test)]
    pub(crate) fn samples(ticked: &[&str]) -> Vec<Self> {
        let all = [
            ("linde/lindelaan", "Lindelaan", "Stichting De Linde"),
            ("linde/de-hagen", "De Hagen", "Stichting De Linde"),
            ("beuk/beukenhof", "Beukenhof", "Woonstichting De Beuk"),
        ];
        let tick = |(key, name, client): (&str, &str, &str)| Self {
            key: key.to_owned(),
            name: name.to_owned(),
            client: client.to_owned(),
            ticked: ticked.contains(&key),
        };
        all.into_iter().map(tick).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::ProjectTick;

    #[test]
    fn what_they_have_is_ticked_and_nothing_else() {
        let keys = ["beuk/beukenhof".to_owned(), "beuk/weg".to_owned()];
        let all = ProjectTick::marked(ProjectTick::samples(&["linde/lindelaan"]), &keys);
        assert_eq!(all, ProjectTick::samples(&["beuk/beukenhof"]));
    }
}
