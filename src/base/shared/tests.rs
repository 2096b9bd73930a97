use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};

use borsh::{BorshDeserialize, BorshSerialize};

use super::*;

type List = Shared<Vec<Shared<String>>>;

/// What was written: the parts, how many values are in each, and the value that names them.
#[derive(Default)]
struct Kept {
    parts: Vec<Vec<u8>>,
    counts: Vec<u32>,
    root: Vec<u8>,
}

impl Kept {
    /// Lists, each in a part of its own, and after them a value.
    fn of(lists: &[List], value: &impl BorshSerialize) -> Kept {
        let (mut kept, mut written) = (Kept::default(), Arc::default());
        let mut parts = Vec::new();
        for list in lists {
            let mut part = part(std::slice::from_ref(list), &written).unwrap();
            written.add(&mut part).unwrap();
            parts.push(part);
        }
        parts.extend(write(value, &mut written, &mut kept.root).unwrap());
        kept.parts = parts.iter().map(|part| part.to_bytes().unwrap()).collect();
        kept.counts = written.counts().to_vec();
        kept
    }

    fn read<T: BorshDeserialize>(&self) -> io::Result<T> {
        let parts = self.parts.clone();
        let fetch = move |part: usize| parts.get(part).cloned().ok_or_else(damaged);
        read(&mut &self.root[..], Book::open(&self.counts, fetch))
    }
}

fn a(text: &str) -> Shared<String> {
    Shared::new(text.to_owned())
}

/// Whether two are one value, and not only equal ones.
fn are_one<T: Late>(one: &Shared<T>, other: &Shared<T>) -> bool {
    std::ptr::eq(&raw const **one, &raw const **other)
}

#[test]
fn what_was_one_value_is_one_again() {
    let (one, other) = (a("a"), a("a"));
    let lists: Vec<List> = [vec![one.clone(), other.clone()], vec![], vec![other]]
        .into_iter()
        .map(Shared::new)
        .collect();
    let value = (one, vec![lists[2].clone(), lists[0].clone()], a("b"));
    let kept = Kept::of(&lists, &value);
    let again: (Shared<String>, Vec<List>, Shared<String>) = kept.read().unwrap();
    assert_eq!(again, value);
    let (one, lists, _) = &again;
    assert!(are_one(one, &lists[1][0]) && !are_one(one, &lists[1][1]));
    assert!(
        are_one(&lists[0][0], &lists[1][1]),
        "though of another part"
    );
    // What was read is written as what was made.
    assert_eq!(Kept::of(&[], &again).read::<(_, _, _)>().unwrap(), value);
}

#[test]
fn many_values_go_over_several_parts() {
    let long = "x".repeat(1000);
    let values: Vec<List> = (0..1000)
        .map(|number| Shared::new(vec![a(&format!("{long} {number}"))]))
        .collect();
    let again = [values.clone(), values.clone()];
    let kept = Kept::of(&values[..2], &again);
    assert!(kept.parts.len() > 4);
    assert_eq!(kept.read::<[Vec<List>; 2]>().unwrap(), again);
}

#[test]
fn only_what_is_looked_at_is_had() {
    let lists = [Shared::new(vec![a("a")]), Shared::new(vec![a("b")])];
    let kept = Kept::of(&lists, &lists);
    static HAD: AtomicUsize = AtomicUsize::new(0);
    let fetch = move |part: usize| {
        HAD.fetch_add(1, Ordering::Relaxed);
        Ok(kept.parts[part].clone())
    };
    let book = Book::open(&kept.counts, fetch);
    let [one, _]: [List; 2] = read(&mut &kept.root[..], book).unwrap();
    assert_eq!(HAD.load(Ordering::Relaxed), 0);
    assert_eq!((&*one[0], one.len()), (&"a".to_owned(), 1));
    assert_eq!(HAD.load(Ordering::Relaxed), 1);
}

#[test]
fn texts_are_written_once_and_in_values_where_they_are() {
    let text = SharedStr::from("così");
    let value = (vec![text.clone(), text.clone()], Shared::new(text.clone()));
    let kept = Kept::of(&[], &value);
    let again: (Vec<SharedStr>, Shared<SharedStr>) = kept.read().unwrap();
    assert_eq!(again, value);
    assert!(std::ptr::eq(&raw const *again.0[0], &raw const *again.0[1]));
    // Outside of all that, they are texts.
    assert_eq!(
        borsh::to_vec(&text).unwrap(),
        borsh::to_vec("così").unwrap()
    );
    assert_eq!(
        borsh::from_slice::<SharedStr>(&borsh::to_vec("così").unwrap()).unwrap(),
        text
    );
}

#[test]
fn who_looks_at_what_is_damaged_is_left() {
    let lists = [Shared::new(vec![a("a"), a("b")])];
    let is_read = |kept: &Kept| {
        or_damaged(|| {
            let lists: [List; 1] = kept.read().ok()?;
            Some(
                lists
                    .iter()
                    .flat_map(|it| it.iter())
                    .map(|it| it.len())
                    .sum(),
            )
        })
        .flatten()
            == Some(2_usize)
    };
    let kept = || Kept::of(&lists, &lists);
    assert!(is_read(&kept()));
    for end in 0..kept().parts[0].len() {
        let mut cut = kept();
        cut.parts[0].truncate(end);
        assert!(!is_read(&cut), "{end}");
    }
    let (mut gone, mut fewer, mut other) = (kept(), kept(), kept());
    gone.parts.clear();
    fewer.counts = vec![1];
    other.root = 7_u32.to_le_bytes().to_vec();
    assert!(!is_read(&gone) && !is_read(&fewer) && !is_read(&other));
    let of_another_type = or_damaged(|| kept().read::<[Shared<[u64; 4]>; 1]>().map(|it| it[0][0]));
    assert!(of_another_type.is_none());
}

#[test]
fn what_else_goes_wrong_is_no_damage() {
    let panic = std::panic::catch_unwind(|| or_damaged(|| std::panic::resume_unwind(Box::new(1))));
    assert!(panic.is_err());
}
