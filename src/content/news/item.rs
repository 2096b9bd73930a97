//! What a commit tells of a body.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::base::date::Date;
use crate::base::source::SourcePath;

/// Something that a commit tells of a body.
#[derive(Clone, Debug, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub struct NewsItem {
    /// When the commit was made, in seconds since 1970.
    pub seconds: i64,
    /// The title of the body, as it was.
    pub title: String,
    /// What happened.
    pub kind: NewsKind,
    /// The file that said it.
    pub(super) file: SourcePath,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub enum NewsKind {
    /// The body is listed.
    Added,
    /// The body is no longer listed. Feeds knew it by this address.
    Withdrawn(String),
    /// It has another name: that before, and that since.
    Renamed(String, String),
    /// Something else about it was changed.
    Updated,
    /// The organization of this id takes part.
    Joined(String),
    /// It no longer does.
    Parted(String),
    /// A holder is no longer listed.
    HolderWithdrawn,
    /// The seat of this office is no longer listed.
    SeatWithdrawn(Option<String>),
    /// A meeting is called.
    Called(MeetingNews),
    /// A meeting does not take place.
    Cancelled(MeetingNews),
    /// A meeting that was cancelled takes place after all.
    Reinstated(MeetingNews),
    /// A meeting that began when the text says begins at another time.
    Moved(MeetingNews, String),
    /// A meeting that had the title of the text has another.
    MeetingRenamed(MeetingNews, String),
    /// End, place or agenda of a meeting have changed.
    Changed(MeetingNews),
    /// A meeting is no longer listed.
    MeetingWithdrawn(MeetingNews),
    /// The minutes of a meeting are published.
    Minutes(MeetingNews),
    /// The minutes of a meeting are published no longer.
    MinutesWithdrawn(MeetingNews),
    /// A document of a meeting is published.
    Document(MeetingNews),
    /// What the content told of a day is not what it tells now.
    Corrected(Date),
}

/// A meeting.
#[derive(Clone, Debug, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub struct MeetingNews {
    /// The id.
    pub id: String,
    /// The title, as it was.
    pub title: String,
    /// When it begins, as typed.
    pub start: String,
    /// The word for its state: `cancelled`.
    pub(super) status: String,
}

impl NewsItem {
    /// The address by which feeds knew a body that is no longer listed, if it tells of that.
    pub fn withdrawn_from(&self) -> Option<&str> {
        match &self.kind {
            NewsKind::Withdrawn(address) => Some(address),
            _ => None,
        }
    }

    /// Whether it says only that something else was told.
    pub fn is_correction(&self) -> bool {
        matches!(self.kind, NewsKind::Corrected(_))
    }

    /// Whether it says that the body is listed, or no longer.
    pub(super) fn is_listing(&self) -> bool {
        matches!(self.kind, NewsKind::Added | NewsKind::Withdrawn(_))
    }
}

impl NewsKind {
    /// The meeting that it is about.
    pub(super) fn meeting_mut(&mut self) -> Option<&mut MeetingNews> {
        match self {
            NewsKind::Called(it)
            | NewsKind::Cancelled(it)
            | NewsKind::Reinstated(it)
            | NewsKind::Moved(it, _)
            | NewsKind::MeetingRenamed(it, _)
            | NewsKind::Changed(it)
            | NewsKind::MeetingWithdrawn(it)
            | NewsKind::Minutes(it)
            | NewsKind::MinutesWithdrawn(it)
            | NewsKind::Document(it) => Some(it),
            _ => None,
        }
    }
}

impl MeetingNews {
    /// What is said by who writes down a meeting: that it is called, or cancelled.
    pub(super) fn said(self) -> NewsKind {
        match self.status.as_str() {
            "cancelled" => NewsKind::Cancelled(self),
            _ => NewsKind::Called(self),
        }
    }

    /// Whether it was held.
    pub fn is_held(&self) -> bool {
        self.status == "held"
    }
}
