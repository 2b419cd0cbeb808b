import ImpactModel

extension RunComparison {
  /// The headlines of the impact of a week, where both runs have one; without, there is nothing to
  /// compare.
  static func effects(_ a: RunResult.Impact?, _ b: RunResult.Impact?) -> [Figure] {
    guard let a, let b else { return [] }
    let hasClients = a.effects.clientDays != nil || b.effects.clientDays != nil
    let compared = Effects.headlines.filter {
      hasClients || $0.value != \Effects.minutesSavedPerClientVisit
    }
    let headlines = compared.map { headline in
      Figure(
        "impact.\(headline.name)", headline.unit, a.effects[keyPath: headline.value],
        b.effects[keyPath: headline.value])
    }
    let days = [
      Figure(
        "impact.unseated_days", "person-days a year", a.effects.unseatedDaysPerYear,
        b.effects.unseatedDaysPerYear)
    ]
    return headlines + days
  }
}
