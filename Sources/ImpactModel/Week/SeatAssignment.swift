/// Who sits in which space on one weekday.
///
/// All who ask for a space with too few seats get the same share of them, for nobody knows who
/// comes first; the others ask for the next one that they would take. This goes on until all are
/// seated or every space that they would take is full.
public struct SeatAssignment: Sendable, Equatable {
  /// A group's wish for the weekday.
  public struct Wish: Sendable {
    public var people: Double
    /// The spaces it would take, and how its people are spread over those that still have seats:
    /// in proportion to the shares, or all to the first one.
    public var sites: [(site: Int, share: Double)]
    public var takesFirst: Bool

    public init(people: Double, sites: [(site: Int, share: Double)], takesFirst: Bool) {
      self.people = people
      self.sites = sites
      self.takesFirst = takesFirst
    }
  }

  /// People of each wish in the spaces that it names: those of a wish follow one another.
  private var seated: [Double]
  /// Where the spaces of each wish begin in `seated`.
  private let starts: [Int]
  /// People of each wish who found no seat.
  public private(set) var unseated: [Double]
  /// People in each space.
  public private(set) var used: [Double]

  /// - Parameter seats: of each space on this weekday; `nil` is no limit, 0 is closed.
  public init(_ wishes: [Wish], seats: [Double?]) {
    var starts = [0]
    for wish in wishes { starts.append(starts[starts.count - 1] + wish.sites.count) }
    self.starts = starts
    seated = Array(repeating: 0, count: starts[wishes.count])
    used = Array(repeating: 0, count: seats.count)
    unseated = wishes.map(\.people)
    var isOpen = seats.map { $0 != 0 }
    var asked = seated
    // A round that leaves anybody unseated closes a space, so there are at most as many.
    for _ in 0...seats.count {
      var demand = Array(repeating: 0.0, count: seats.count)
      for (wish, people) in zip(wishes.indices, unseated) {
        Self.ask(wishes[wish], of: people, isOpen, &asked, from: starts[wish], &demand)
      }
      guard demand.contains(where: { $0 > 0 }) else { break }
      var isFull = isOpen.map { !$0 }
      let admitted = seats.indices.map { site -> Double in
        guard let limit = seats[site], demand[site] > 0 else { return 1 }
        let free = max(0, limit - used[site])
        if demand[site] < free { return 1 }
        isFull[site] = true
        return free / demand[site]
      }
      for wish in wishes.indices {
        var (left, isAsking) = (0.0, false)
        for (place, choice) in zip(starts[wish]..., wishes[wish].sites) where asked[place] > 0 {
          let taken = asked[place] * admitted[choice.site]
          seated[place] += taken
          used[choice.site] += taken
          left += asked[place] - taken
          isAsking = true
        }
        if isAsking { unseated[wish] = left }
      }
      for site in seats.indices where isFull[site] { isOpen[site] = false }
    }
  }

  /// People of a wish in each of the spaces that it names, in its order.
  public func seated(_ wish: Int) -> ArraySlice<Double> { seated[starts[wish]..<starts[wish + 1]] }

  /// What people of a wish ask of each of its spaces.
  private static func ask(
    _ wish: Wish, of people: Double, _ isOpen: [Bool], _ asked: inout [Double], from start: Int,
    _ demand: inout [Double]
  ) {
    for place in wish.sites.indices { asked[start + place] = 0 }
    guard people > 0, let best = wish.sites.firstIndex(where: { isOpen[$0.site] }) else { return }
    let sum =
      wish.takesFirst ? 0 : wish.sites.reduce(0) { isOpen[$1.site] ? $0 + $1.share : $0 }
    // Shares that are too small for a number leave the best of those that are open.
    guard sum > 0 else {
      asked[start + best] = people
      demand[wish.sites[best].site] += people
      return
    }
    for (place, choice) in wish.sites.enumerated() where isOpen[choice.site] {
      asked[start + place] = people * choice.share / sum
      demand[choice.site] += asked[start + place]
    }
  }
}
