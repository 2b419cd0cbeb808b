import GRDB

/// The times of the timings that a load needs, decoded once and side by side.
struct TripTimings {
  struct Timing {
    /// As a part of `TripTimings.times`.
    var times: Range<Int>
    /// Whether every call has a time.
    var isComplete: Bool
  }

  /// Arrival and departure of each call in seconds after the start; `missing` where the feed has
  /// neither. One of them alone stands for both.
  private(set) var times: [Int32] = []
  private var timings: [Int: Timing] = [:]
  /// The last time of the longest of all timings of the database.
  private(set) var longestSeconds = 0

  static let missing: Int32 = -1

  /// - Parameter keys: the timings that are decoded; of the others only the end is looked at.
  init(_ database: Database, keys: Set<Int>) throws {
    let rows = try PreparedStatement(
      database, sql: "SELECT timing_key, times FROM store_timings ORDER BY timing_key")
    while try rows.step() {
      let key = rows.number(0)
      rows.withASCII(1) { text in
        let count = TimingText.callCount(text)
        guard count > 0 else { return }
        let end = TimingText.call(count - 1, text).departure ?? 0
        longestSeconds = max(longestSeconds, end)
        if keys.contains(key) { decode(text, count, key) }
      }
    }
  }

  /// `nil` where there is no such timing, or one without calls.
  func timing(_ key: Int) -> Timing? { timings[key] }

  private mutating func decode(_ text: Span<UInt8>, _ count: Int, _ key: Int) {
    let start = times.count
    var isComplete = true
    for call in 0..<count {
      let (arrival, departure) = TimingText.call(call, text)
      if arrival == nil, departure == nil { isComplete = false }
      // 7 digits are less than 2^31.
      times.append(Int32(arrival ?? departure ?? Int(Self.missing)))
      times.append(Int32(departure ?? arrival ?? Int(Self.missing)))
    }
    timings[key] = Timing(times: start..<times.count, isComplete: isComplete)
  }
}
