/// How long a travel time may be to matter, when only a percentile of a door's times and what is
/// shorter is asked for: as long as the percentile of those that have been joined so far.
///
/// To find that percentile would cost as much as to join ten stops. A guess can be counted instead:
/// where as many times as the percentile's rank are no longer, it is a bound.
struct ProfileBound<Label: ProfileLabel> where Label.SIMD8Storage: Sendable {
  private(set) var seconds: Int32
  private let rank: Int
  private var guess: Int32
  /// The last guess that was too low; stops joined since may have made it right.
  private var low: Int32
  private var joined = 0

  /// - Parameters:
  ///   - seconds: a bound to begin with.
  ///   - guess: such as the percentile of a door nearby.
  init(seconds: Int32, rank: Int, guess: Int32) {
    (self.seconds, self.rank) = (seconds, rank)
    self.guess = guess < seconds ? guess : seconds / 2
    low = self.guess - 2 * Self.margin
  }

  /// One more stop was joined.
  /// - Parameter times: the earliest arrivals so far, in lanes as the starts.
  @inline(__always)
  mutating func tighten(
    _ times: borrowing MutableSpan<SIMD8<Label>>, _ starts: Span<SIMD8<Label>>
  ) {
    joined &+= 1
    guard joined == 3 else { return }
    joined = 0
    var counts = SIMD8<Label>(repeating: 0)
    let guesses = SIMD8(repeating: Label(truncatingIfNeeded: guess))
    for vector in 0..<times.count {
      counts &+= Label.onesWhereNoLonger(times[vector] &- starts[vector], guesses)
    }
    if Int(counts.wrappedSum()) >= rank { seconds = guess } else { low = guess }
    let room = seconds &- low
    guess = room > 2 &* Self.margin ? low &+ room / 2 : seconds &- Self.margin
  }

  /// Seconds below which a bound is not worth a closer guess.
  private static var margin: Int32 { 30 }
}
