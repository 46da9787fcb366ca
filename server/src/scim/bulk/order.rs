//! The order in which operations that refer to each other can be carried out (RFC 7644 §3.7.1).

/// The operations in units: each unit comes after those that its operations depend on, and otherwise in the order of the
/// request. Operations that depend on each other in a circle, of any length, make one unit; its members are ascending.
///
/// `dependencies` gives for each operation those that must come before it. This is Tarjan's algorithm for strongly
/// connected components, without recursion: a circle may be as long as the request.
pub fn units(dependencies: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut search = Search {
        dependencies,
        visited: vec![None; dependencies.len()],
        lowest: vec![0; dependencies.len()],
        open: vec![false; dependencies.len()],
        stack: Vec::new(),
        count: 0,
        units: Vec::new(),
    };
    for operation in 0..dependencies.len() {
        if search.visited[operation].is_none() {
            search.from(operation);
        }
    }
    search.units
}

struct Search<'a> {
    dependencies: &'a [Vec<usize>],
    /// The number of each operation in the order of the search.
    visited: Vec<Option<usize>>,
    /// The lowest number that is reached from it.
    lowest: Vec<usize>,
    /// Whether it is on the stack.
    open: Vec<bool>,
    stack: Vec<usize>,
    count: usize,
    units: Vec<Vec<usize>>,
}

impl Search<'_> {
    fn from(&mut self, start: usize) {
        self.enter(start);
        // Each operation under way, with the number of its dependencies that were followed.
        let mut way = vec![(start, 0)];
        while let Some((operation, followed)) = way.last_mut() {
            let operation = *operation;
            let Some(next) = self.dependencies[operation].get(*followed).copied() else {
                way.pop();
                self.leave(operation);
                if let Some((before, _)) = way.last() {
                    self.lowest[*before] = self.lowest[*before].min(self.lowest[operation]);
                }
                continue;
            };
            *followed += 1;
            match self.visited[next] {
                None => {
                    self.enter(next);
                    way.push((next, 0));
                }
                Some(number) if self.open[next] => self.lowest[operation] = self.lowest[operation].min(number),
                Some(_) => {}
            }
        }
    }

    fn enter(&mut self, operation: usize) {
        self.visited[operation] = Some(self.count);
        self.lowest[operation] = self.count;
        self.count += 1;
        self.stack.push(operation);
        self.open[operation] = true;
    }

    fn leave(&mut self, operation: usize) {
        if self.visited[operation] != Some(self.lowest[operation]) {
            return;
        }
        let mut unit = Vec::new();
        while let Some(member) = self.stack.pop() {
            self.open[member] = false;
            unit.push(member);
            if member == operation {
                break;
            }
        }
        unit.sort_unstable();
        self.units.push(unit);
    }
}

#[cfg(test)]
mod tests {
    use super::units;

    #[test]
    fn without_references_the_order_is_that_of_the_request() {
        assert_eq!(units(&[vec![], vec![], vec![]]), [[0], [1], [2]]);
        assert_eq!(units(&[vec![], vec![0], vec![1, 0]]), [[0], [1], [2]]);
        assert!(units(&[]).is_empty());
    }

    /// 7644-3.7-19
    #[test]
    fn what_is_referred_to_comes_first() {
        assert_eq!(units(&[vec![2], vec![], vec![3], vec![]]), [vec![3], vec![2], vec![0], vec![1]]);
    }

    /// 7644-3.7.1-01a
    #[test]
    fn a_circle_is_one_unit_and_comes_after_what_it_depends_on() {
        assert_eq!(units(&[vec![1], vec![0, 2], vec![]]), [vec![2], vec![0, 1]]);
        assert_eq!(units(&[vec![0]]), [[0]]);
        assert_eq!(
            units(&[vec![1, 3], vec![2], vec![0], vec![4], vec![3], vec![0]]),
            [vec![3, 4], vec![0, 1, 2], vec![5]]
        );
    }

    #[test]
    fn a_circle_may_be_as_long_as_any_request() {
        let ring: Vec<Vec<usize>> = (0..100_000).map(|operation| vec![(operation + 1) % 100_000]).collect();
        assert_eq!(units(&ring).len(), 1);
        let chain: Vec<Vec<usize>> = (0..100_000).map(|operation| vec![(operation + 1).min(99_999)]).collect();
        assert_eq!(units(&chain).len(), 100_000);
    }
}
