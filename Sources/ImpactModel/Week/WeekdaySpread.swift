/// Days of a week, spread over weekdays as expected presence: 0.4 on a Tuesday is two Tuesdays in five.
public enum WeekdaySpread {
  /// Monday to Friday alike.
  public static let workingDays: Weekdays = [1, 1, 1, 1, 1, 0, 0]

  /// Spreads days in proportion to weights; what a weekday has no room for goes to the others, in
  /// proportion again.
  ///
  /// - Parameters:
  ///   - weights: at least 0; a weekday of weight 0 gets nothing.
  ///   - room: the most for each weekday, at least 0.
  /// - Returns: presence of each weekday. It adds up to `days`, or to all the room of the weekdays
  ///   that have a weight where that is less.
  public static func spread(_ days: Double, weights: Weekdays, room: Weekdays) -> Weekdays {
    var presence = Weekdays()
    var open = weights.indices.filter { weights[$0] > 0 && room[$0] > 0 }
    var left = days
    while !open.isEmpty, left > 0 {
      let sum = open.reduce(0) { $0 + weights[$1] }
      let full = open.filter { left * weights[$0] / sum >= room[$0] }
      if full.isEmpty {
        for day in open { presence[day] = left * weights[day] / sum }
        break
      }
      for day in full {
        presence[day] = room[day]
        left -= room[day]
      }
      open.removeAll { full.contains($0) }
    }
    return presence
  }
}
