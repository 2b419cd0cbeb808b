/// What all people together travel and where they are in an ordinary week: one side of a comparison.
public struct WeekAccount: Sendable, Equatable {
  public var officeDays: [Weekdays]
  public var siteDays: [Weekdays]
  public var homeDays: Weekdays
  /// Person-days by the home's position, worked there.
  public var homeDaysByHome: [Double]
  /// Travelled, both ways.
  public var hours = 0.0
  /// Weighed time × value of time + money, both ways.
  public var costEuro = 0.0
  public var moneyEuro = 0.0
  /// Prices of spaces, whoever pays them.
  public var sitePricesEuro = 0.0
  /// One way, by weekday.
  public var loads = Weekdays().indices.map { _ in TripLoad() }
  /// Commutes there and back by mode, in the order of the mixes' shares.
  public var commutesByMode: [Double]

  /// Both ways, in a week.
  public var load: TripLoad {
    var sum = TripLoad()
    for load in loads { sum += load * 2 }
    return sum
  }

  public var totalDays: Double {
    (officeDays + siteDays + [homeDays]).reduce(0) { $0 + $1.sum }
  }

  /// The weekday with the most people in all offices together.
  public var busiestDay: Int {
    let presence = homeDays.indices.map { day in officeDays.reduce(0) { $0 + $1[day] } }
    return presence.indices.max { (presence[$0], $1) < (presence[$1], $0) } ?? 0
  }
}

extension WeekModel {
  /// Groups whose office is out of reach are in no account: nothing is known of their commute.
  public func isCounted(_ group: PeopleGroup) -> Bool { officeMix(group) != nil }

  /// Adds up one side of `PlaceDays`.
  public func account(_ days: [PlaceDays.Days]) -> WeekAccount {
    let modes = mixes.mixes.lazy.joined().joined().lazy.compactMap { $0 }.first?.shares.count ?? 0
    var account = WeekAccount(
      officeDays: offices.map { _ in Weekdays() }, siteDays: sites.map { _ in Weekdays() },
      homeDays: Weekdays(),
      homeDaysByHome: Array(repeating: 0, count: mixes.homeCount),
      commutesByMode: Array(repeating: 0, count: modes))
    for (group, days) in zip(groups, days) {
      guard let officeMix = officeMix(group) else { continue }
      account.add(officeMix, days.office)
      account.officeDays[group.office] += days.office
      for (site, there) in days.sites {
        guard let mix = siteMix(group, site) else { continue }
        account.add(mix, there)
        account.siteDays[site] += there
        account.sitePricesEuro += sites[site].priceEuroPerDay * there.sum
      }
      account.homeDays += days.home
      account.homeDaysByHome[group.home] += days.home.sum
    }
    return account
  }
}

extension WeekAccount {
  fileprivate mutating func add(_ mix: TravelMix, _ days: Weekdays) {
    let count = days.sum
    guard count > 0 else { return }
    hours += count * 2 * mix.seconds / 3600
    costEuro += count * 2 * mix.costEuro
    moneyEuro += count * 2 * mix.moneyEuro
    for (day, people) in days.enumerated() where people > 0 { loads[day] += mix.load * people }
    for (mode, share) in mix.shares.enumerated() { commutesByMode[mode] += count * share }
  }
}
