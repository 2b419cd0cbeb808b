public import Findings
import Geography
import Scenarios
public import TransitRouting

extension CommuteComparison {
  /// The whole result, ready to be stored.
  ///
  /// - Parameters:
  ///   - feeds, notes: what the timetable was made from, and what must be said with it.
  ///   - impact: what the model of the week says.
  public func result(
    version: String, date: ServiceDate, feeds: [RunResult.FeedUse], notes: [Finding],
    impact: ImpactRun? = nil
  ) -> RunResult {
    let origins = originResults()
    let sites = siteResults(origins)
    return RunResult(
      version: version, scenario: summary(date, hasImpact: impact != nil), feeds: feeds,
      notes: (notes + zoneNotes(sites) + routingNotes() + (impact?.notes ?? [])).map(
        Self.withoutFolder),
      totals: totals(origins), origins: origins,
      sites: sites,
      municipalities: municipalityResults(origins),
      offices: scenario.offices.map {
        .init(id: $0.id, name: $0.name, share: $0.share, coordinate: $0.coordinate)
      },
      savings: RunResult.HistogramBin.bins(origins, minutes: 5) { $0.savedSecondsOneWay },
      itineraries: exampleItineraries(origins),
      boundaries: boundaries(), modes: modeResults(), impact: impact?.impact,
      uncertainty: impact?.uncertainty)
  }

  /// A note on a file by its name alone: results of equal inputs are equal on every machine.
  private static func withoutFolder(_ note: Finding) -> Finding {
    var note = note
    note.file = note.file.split(separator: "/").last.map(String.init) ?? note.file
    return note
  }

  func originResults() -> [RunResult.OriginResult] {
    let best = scenario.demand.origins.indices.map { bestSite($0) }
    return groups.map { originResult($0, best[$0.origin]) }
  }

  /// What each site would save if it were the only one, most first; then all who gain choose it.
  public func siteEffects() -> [RunResult.SiteResult] {
    scenario.sites.indices.map { siteResult($0, chosen: aloneEffect(of: $0)) }
      .sorted { ($1.hoursSavedPerDayAlone, $0.id) < ($0.hoursSavedPerDayAlone, $1.id) }
  }

  private func originResult(_ group: Group, _ site: Int?) -> RunResult.OriginResult {
    let home = scenario.demand.origins[group.origin]
    let central = centralPair(group)
    let best = site.map { sitePair(group, $0) }
    let outcome: RunResult.Outcome
    switch (central.bothWays, best?.bothWays) {
    case (let office?, let site?):
      outcome = site < office ? .gains : (site > office ? .loses : .unchanged)
    case (nil, .some): outcome = .onlySiteReachable
    case (.some, nil): outcome = .onlyOfficeReachable
    case (nil, nil): outcome = .nothingReachable
    }
    var saved: Double?
    if let office = central.bothWays, let site = best?.bothWays {
      saved = Double(office - site) / 2
    }
    return RunResult.OriginResult(
      id: home.id, name: home.name, municipality: home.municipality,
      municipalityName: home.municipalityName, coordinate: home.coordinate, people: group.people,
      office: scenario.offices[group.office].id, central: central.commute,
      bestSite: site.map { scenario.sites[$0].id }, best: best?.commute,
      savedSecondsOneWay: saved, outcome: outcome, placeBasis: home.placeBasis.rawValue)
  }

  func totals(_ origins: [RunResult.OriginResult]) -> RunResult.Totals {
    var byOutcome = Dictionary(
      uniqueKeysWithValues: RunResult.Outcome.allCases.map { ($0.rawValue, 0.0) })
    for origin in origins { byOutcome[origin.outcome.rawValue, default: 0] += origin.people }
    let compared = origins.filter { $0.savedSecondsOneWay != nil }
    let gaining = origins.filter { $0.outcome == .gains }
    let hours = gaining.reduce(0) { $0 + $1.hoursPerDay }
    return RunResult.Totals(
      people: scenario.demand.people, peopleByOutcome: byOutcome, hoursSavedPerDay: hours,
      hoursSavedPerYear: perYear(hours),
      hoursLostPerDay: origins.filter { $0.outcome == .loses }.reduce(0) { $0 - $1.hoursPerDay },
      peopleSavingOver15Minutes: gaining.people { ($0.savedSecondsOneWay ?? 0) > 15 * 60 },
      peopleSavingOver30Minutes: gaining.people { ($0.savedSecondsOneWay ?? 0) > 30 * 60 },
      centralSecondsOneWay: WeightedMean.of(compared) { $0.central.oneWay },
      bestSecondsOneWay: WeightedMean.of(compared) { $0.best?.oneWay },
      savedSecondsOneWay: WeightedMean.of(gaining) { $0.savedSecondsOneWay })
  }

  private func siteResults(_ origins: [RunResult.OriginResult]) -> [RunResult.SiteResult] {
    let choosing = Dictionary(grouping: origins.filter { $0.outcome == .gains }) {
      $0.bestSite ?? ""
    }
    return scenario.sites.indices.map { index in
      let origins = choosing[scenario.sites[index].id] ?? []
      return siteResult(
        index,
        chosen: (origins.people { _ in true }, origins.reduce(0) { $0 + $1.hoursPerDay }))
    }.sorted { ($1.hoursSavedPerDay, $0.id) < ($0.hoursSavedPerDay, $1.id) }
  }

  private func siteResult(
    _ index: Int, chosen: (people: Double, hoursPerDay: Double)
  ) -> RunResult.SiteResult {
    let site = scenario.sites[index]
    let alone = aloneEffect(of: index)
    let (commute, reaching) = meanCommute(toSite: index)
    return RunResult.SiteResult(
      id: site.id, name: site.name, operatorName: site.operatorName, status: site.status.rawValue,
      zone: site.zone, municipality: site.municipality, coordinate: site.coordinate,
      coordinatePrecisionMeters: site.coordinatePrecisionMeters,
      peopleChoosing: chosen.people, hoursSavedPerDay: chosen.hoursPerDay,
      hoursSavedPerYear: perYear(chosen.hoursPerDay), peopleGainingAlone: alone.people,
      hoursSavedPerDayAlone: alone.hoursPerDay, hoursSavedPerYearAlone: perYear(alone.hoursPerDay),
      peopleWithin15: people(within: 15, ofSite: index),
      peopleWithin30: people(within: 30, ofSite: index),
      peopleWithin45: people(within: 45, ofSite: index), commute: commute, peopleInCommute: reaching
    )
  }

  /// People who gain, and hours that they save in a day, if this were the only site.
  func aloneEffect(of site: Int) -> (people: Double, hoursPerDay: Double) {
    var people = 0.0
    var hours = 0.0
    for group in groups {
      guard let office = centralPair(group).bothWays, let there = sitePair(group, site).bothWays,
        there < office
      else { continue }
      people += group.people
      hours += group.people * Double(office - there) / 3600
    }
    return (people, hours)
  }

  private func people(within minutes: Int, ofSite site: Int) -> Double {
    groups.reduce(0) { sum, group in
      guard let seconds = sitePair(group, site).bothWays, seconds <= 2 * 60 * minutes else {
        return sum
      }
      return sum + group.people
    }
  }

  /// Over the people who reach the site at every percentile, and how many they are: all parts of
  /// the mean are over the same people.
  private func meanCommute(toSite site: Int) -> (commute: RunResult.Commute, people: Double) {
    let commutes = groups.map { (weight: $0.people, commute: sitePair($0, site).commute) }
      .filter { $0.commute.morning.p90 != nil && $0.commute.evening.p90 != nil }
    return (WeightedMean.commute(commutes), commutes.reduce(0) { $0 + $1.weight })
  }
}

extension RunResult.OriginResult {
  /// Hours that these people save in a day, both ways; negative where they lose.
  var hoursPerDay: Double { people * 2 * (savedSecondsOneWay ?? 0) / 3600 }
}

extension [RunResult.OriginResult] {
  func people(_ isCounted: (RunResult.OriginResult) -> Bool) -> Double {
    reduce(0) { isCounted($1) ? $0 + $1.people : $0 }
  }
}
