import Findings

/// The rules that are held against a feed as a whole, in the order in which they report.
enum FeedRules {
  static let all: [any FeedRule.Type] = [
    TripRules.self
  ]
}
