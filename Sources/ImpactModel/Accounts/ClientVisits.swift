/// Days on which people see a client after their work in the morning: from home to the place of work,
/// from there to the client, and from the client home.
///
/// Before, they work in their office first; with a network of spaces wherever it is shortest, near the
/// client as a rule. The way home from the client is the same and so in no figure. Seats are not
/// counted: it is a few hours.
public struct ClientVisits: Sendable, Equatable {
  /// From each workplace, offices before spaces, to each client; `nil` is out of reach.
  public var seconds: [[Double?]]
  /// Of the visits, by client; they make 1.
  public var shares: [Double]
  /// A person and week.
  public var daysPerWeek: Double

  public init(seconds: [[Double?]], shares: [Double], daysPerWeek: Double) {
    self.seconds = seconds
    self.shares = shares
    self.daysPerWeek = daysPerWeek
  }
}

/// What a network of spaces does to days near a client.
public struct ClientDayEffect: Sendable, Equatable, Codable {
  /// All whose office is within reach.
  public var people = 0.0
  /// The mean over all visits.
  public var minutesSavedPerVisit = 0.0
  /// Share of the visits that become shorter.
  public var shareShorter = 0.0
  /// `minutesSavedPerVisit` over the visits of a year.
  public var hoursPerYear = 0.0
}

extension WeekModel {
  public func clientDays(_ visits: ClientVisits, weeksPerYear: Double) -> ClientDayEffect {
    var effect = ClientDayEffect()
    var (saved, shorter, weight) = (0.0, 0.0, 0.0)
    for group in groups where group.people > 0 {
      guard let office = officeMix(group) else { continue }
      effect.people += group.people
      for (client, share) in visits.shares.enumerated() where share > 0 {
        guard let fromOffice = visits.seconds[group.office][client] else { continue }
        let before = office.seconds + fromOffice
        var after = before
        for site in group.sites ?? Array(sites.indices) {
          guard sites[site].opensAtAll, let mix = siteMix(group, site),
            let hop = visits.seconds[offices.count + site][client]
          else { continue }
          after = min(after, mix.seconds + hop)
        }
        weight += group.people * share
        saved += group.people * share * (before - after)
        if after < before { shorter += group.people * share }
      }
    }
    guard weight > 0 else { return effect }
    effect.minutesSavedPerVisit = saved / weight / 60
    effect.shareShorter = shorter / weight
    effect.hoursPerYear = saved / 3600 * visits.daysPerWeek * weeksPerYear
    return effect
  }
}
