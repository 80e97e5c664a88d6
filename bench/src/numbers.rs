//! Medians, percentiles, and how well two kinds of answers can be told apart by the time they take.

/// The middle one; 0 of nothing.
pub(crate) fn median(all: &[f64]) -> f64 {
    percentile(all, 0.5)
}

/// The smallest that at least this share of all does not exceed; 0 of nothing.
pub(crate) fn percentile(all: &[f64], share: f64) -> f64 {
    let mut sorted = all.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (sorted.len() as f64 * share).ceil() as usize;
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or(0.0)
}

/// The chance that who is shown one time of each kind guesses right which is which (the area under the ROC curve, by
/// ranks): 0.5 is a coin, 1 is certainty. Which of the two is the slower does not matter.
pub(crate) fn told_apart(one: &[f64], other: &[f64]) -> f64 {
    let mut all: Vec<(f64, bool)> = one.iter().map(|t| (*t, true)).chain(other.iter().map(|t| (*t, false))).collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut ranks, mut at) = (0.0, 0);
    while let Some((time, _)) = all.get(at) {
        // Equal times share their rank.
        let same = all.iter().skip(at).take_while(|(t, _)| t == time).count();
        let of_one = all.iter().skip(at).take(same).filter(|(_, first)| *first).count();
        ranks += of_one as f64 * (at as f64 + (same as f64 + 1.0) / 2.0);
        at += same;
    }
    let (n, m) = (one.len() as f64, other.len() as f64);
    if n == 0.0 || m == 0.0 {
        return 1.0;
    }
    let area = (ranks - n * (n + 1.0) / 2.0) / (n * m);
    area.max(1.0 - area)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_and_percentiles() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), 2.0);
        let hundred: Vec<f64> = (1..=100).map(f64::from).collect();
        assert_eq!(percentile(&hundred, 0.99), 99.0);
        assert_eq!(percentile(&[], 0.99), 0.0);
    }

    #[test]
    fn what_differs_is_told_apart_and_what_does_not_is_not() {
        let low: Vec<f64> = (0..100).map(f64::from).collect();
        let high: Vec<f64> = low.iter().map(|t| t + 100.0).collect();
        assert_eq!(told_apart(&low, &high), 1.0);
        assert_eq!(told_apart(&high, &low), 1.0);
        assert_eq!(told_apart(&low, &low), 0.5);
        let shifted: Vec<f64> = low.iter().map(|t| t + 15.0).collect();
        assert!((0.6..0.7).contains(&told_apart(&low, &shifted)));
        assert_eq!(told_apart(&[1.0, 1.0], &[1.0]), 0.5);
        assert_eq!(told_apart(&[], &low), 1.0);
    }
}
