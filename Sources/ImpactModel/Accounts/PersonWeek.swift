/// The week of one person of a group: what they travel before and after.
public struct PersonWeek: Sendable, Equatable {
  /// Position of the group in the model.
  public var group: Int
  public var people: Double
  /// Commuting in a week, both ways.
  public var baseMinutes: Double
  public var policyMinutes: Double
  /// Commutes in a week, there and back counted once.
  public var baseCommutes: Double

  public var savedMinutes: Double { baseMinutes - policyMinutes }
}

extension WeekModel {
  /// The weeks of all who are counted, in the order of the groups.
  public func personWeeks(_ days: PlaceDays) -> [PersonWeek] {
    groups.indices.compactMap { index in
      let group = groups[index]
      guard group.people > 0, officeMix(group) != nil else { return nil }
      func minutes(_ days: PlaceDays.Days) -> Double {
        let office = (officeMix(group)?.seconds ?? 0) * days.office.sum
        let sites = days.sites.reduce(0) {
          $0 + (siteMix(group, $1.site)?.seconds ?? 0) * $1.days.sum
        }
        return (office + sites) * 2 / 60 / group.people
      }
      return PersonWeek(
        group: index, people: group.people, baseMinutes: minutes(days.base[index]),
        policyMinutes: minutes(days.policy[index]),
        baseCommutes: days.base[index].office.sum / group.people)
    }
  }
}
