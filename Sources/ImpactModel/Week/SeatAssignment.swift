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

  /// People by wish and space.
  public private(set) var seated: [[Int: Double]]
  /// People of each wish who found no seat.
  public private(set) var unseated: [Double]
  /// People in each space.
  public private(set) var used: [Double]

  /// - Parameter seats: of each space on this weekday; `nil` is no limit, 0 is closed.
  public init(_ wishes: [Wish], seats: [Double?]) {
    seated = wishes.map { _ in [:] }
    used = Array(repeating: 0, count: seats.count)
    unseated = wishes.map(\.people)
    var isOpen = seats.map { $0 != 0 }
    // A round that leaves anybody unseated closes a space, so there are at most as many.
    for _ in 0...seats.count {
      let asks = zip(wishes, unseated).map { Self.asks($0, of: $1, isOpen) }
      var demand = Array(repeating: 0.0, count: seats.count)
      for ask in asks { for (site, people) in ask { demand[site] += people } }
      guard demand.contains(where: { $0 > 0 }) else { break }
      var isFull = isOpen.map { !$0 }
      let admitted = seats.indices.map { site -> Double in
        guard let limit = seats[site], demand[site] > 0 else { return 1 }
        let free = max(0, limit - used[site])
        if demand[site] < free { return 1 }
        isFull[site] = true
        return free / demand[site]
      }
      for (wish, ask) in asks.enumerated() {
        var left = 0.0
        for (site, people) in ask {
          let taken = people * admitted[site]
          seated[wish][site, default: 0] += taken
          used[site] += taken
          left += people - taken
        }
        if !ask.isEmpty { unseated[wish] = left }
      }
      for site in seats.indices where isFull[site] { isOpen[site] = false }
    }
  }

  private static func asks(
    _ wish: Wish, of people: Double, _ isOpen: [Bool]
  ) -> [(site: Int, people: Double)] {
    guard people > 0 else { return [] }
    let open = wish.sites.filter { isOpen[$0.site] }
    if wish.takesFirst { return open.first.map { [($0.site, people)] } ?? [] }
    let sum = open.reduce(0) { $0 + $1.share }
    // Shares that are too small for a number leave the best of those that are open.
    guard sum > 0 else { return open.first.map { [($0.site, people)] } ?? [] }
    return open.map { ($0.site, people * $0.share / sum) }
  }
}
