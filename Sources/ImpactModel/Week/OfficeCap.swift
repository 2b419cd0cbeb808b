/// What a cap on an office's occupancy leaves of the days that its people would come.
///
/// On a weekday over the cap all who would come are cut alike. With `movesDays` the days that are
/// cut go to the weekdays that have room, in the office and in the person's week; what finds none
/// is left out, and so is all that is cut without it.
public struct OfficeCap: Sendable, Equatable {
  public struct Group: Sendable {
    public var people: Double
    /// Presence of one person on each weekday that is asked for.
    public var asked: Weekdays
    /// What one person's weekdays hold: 1 less the days elsewhere.
    public var room: Weekdays

    public init(people: Double, asked: Weekdays, room: Weekdays) {
      self.people = people
      self.asked = asked
      self.room = room
    }
  }

  /// Presence of one person of each group, after the cap.
  public private(set) var presence: [Weekdays]
  /// Days of one person of each group that were cut and found no room.
  public private(set) var cutDays: [Double]

  private static let rounds = 100
  /// People-days below this are nobody's.
  private static let negligible = 1e-12

  /// - Parameter seats: the most people on any weekday; `nil` is no cap.
  public init(_ groups: [Group], seats: Double?, movesDays: Bool) {
    presence = groups.map(\.asked)
    cutDays = groups.map { _ in 0 }
    guard let seats else { return }
    presence = groups.map { _ in Weekdays() }
    var asked = groups.map(\.asked)
    var free = Weekdays(repeating: seats)
    for _ in 0..<Self.rounds {
      for day in free.indices {
        let demand = zip(groups, asked).reduce(0) { $0 + $1.0.people * $1.1[day] }
        let admitted = demand <= free[day] ? 1 : free[day] / demand
        for group in groups.indices {
          presence[group][day] += asked[group][day] * admitted
          cutDays[group] += asked[group][day] * (1 - admitted)
        }
        free[day] = demand <= free[day] ? free[day] - demand : 0
      }
      guard movesDays, cutDays.contains(where: { $0 > Self.negligible }) else { return }
      var isMoved = false
      for (index, group) in groups.enumerated() {
        let room = Weekdays { day in
          free[day] > Self.negligible ? max(0, group.room[day] - presence[index][day]) : 0
        }
        asked[index] = WeekdaySpread.spread(
          cutDays[index], weights: Self.working(group), room: room)
        let moved = asked[index].sum
        cutDays[index] = max(0, cutDays[index] - moved)
        isMoved = isMoved || moved > Self.negligible
      }
      guard isMoved else { return }
    }
    // Days still on the move after so many rounds are cut.
    for group in groups.indices { cutDays[group] += asked[group].sum }
  }

  private static func working(_ group: Group) -> Weekdays { group.room.map { $0 > 0 ? 1 : 0 } }
}
