import Routing
import Scenarios
import StreetRouting
import TransitRouting

extension CommuteComparison {
  /// What was asked, with every parameter and its source.
  ///
  /// - Parameter hasImpact: whether the model of the week was run, which has parameters of its own.
  func summary(_ date: ServiceDate, hasImpact: Bool) -> RunResult.ScenarioSummary {
    RunResult.ScenarioSummary(
      file: scenario.file.split(separator: "/").last.map(String.init) ?? scenario.file,
      name: scenario.name, description: scenario.description, date: "\(date)",
      arrivalWindow: Self.text(scenario.arrivalWindow),
      departureWindow: Self.text(scenario.departureWindow), demand: scenario.demand.summary,
      parameters: parameters() + (hasImpact ? modelParameters() : []))
  }

  private static func text(_ window: Range<Int>) -> String {
    TimeOfDay.text(window.lowerBound) + "-" + TimeOfDay.text(window.upperBound)
  }

  /// Where the phases of trips were drawn.
  private func drawParameters() -> [RunResult.Parameter] {
    guard !network.doors.draws.isEmpty else { return [] }
    return [
      RunResult.Parameter(
        name: "draws", value: String(scenario.draws.count), unit: "random timetables",
        source: SourcedNumber.assumption),
      RunResult.Parameter(
        name: "seed", value: String(scenario.draws.seed), unit: "",
        source: SourcedNumber.assumption),
    ]
  }

  /// One office needs no share.
  private func officeParameters() -> [RunResult.Parameter] {
    guard scenario.offices.count > 1 else { return [] }
    return scenario.offices.map { office in
      RunResult.Parameter(
        name: "offices.\(office.name)", value: String((office.share * 1000).rounded() / 1000),
        unit: "share of the people", source: office.shareSource)
    }
  }

  private func parkAndRideNumbers() -> [(String, SourcedNumber, String)] {
    let rules = scenario.parkAndRide
    var numbers: [(String, SourcedNumber, String)] = []
    if scenario.modes.contains(.parkAndRide) {
      numbers.append(("park_and_ride.max_drive_minutes", rules.maximumDriveMinutes, "minutes"))
    }
    if scenario.modes.contains(.bikeAndRide) {
      numbers.append(("park_and_ride.max_bike_minutes", rules.maximumBikeMinutes, "minutes"))
    }
    guard !numbers.isEmpty else { return [] }
    return numbers + [
      ("park_and_ride.max_walk_minutes", rules.maximumWalkMinutes, "minutes"),
      ("park_and_ride.park_seconds", rules.parkSeconds, "seconds"),
    ]
  }

  /// What cars meet, zone by zone.
  private func carParameters() -> [RunResult.Parameter] {
    guard let car = network.car, scenario.modes.contains(where: \.usesCar) else { return [] }
    let congestion = car.congestion.rows.map { row in
      RunResult.Parameter(
        name: "car.congestion.\(row.zone).\(row.group.rawValue)."
          + "\(TimeOfDay.text(row.period.lowerBound))-\(TimeOfDay.text(row.period.upperBound))",
        value: String(row.factor), unit: "× free-flow time", source: row.source)
    }
    let parking = car.parking.rows.flatMap { row in
      [("search", row.searchMinutes), ("walk", row.walkMinutes)].map { name, minutes in
        RunResult.Parameter(
          name: "car.parking.\(row.zone).\(name)", value: String(minutes), unit: "minutes",
          source: row.source)
      }
    }
    return congestion + parking
  }

  private func parameters() -> [RunResult.Parameter] {
    let (policy, access) = (scenario.policy, scenario.access)
    var numbers: [(String, SourcedNumber, String)] = [
      ("policy.site_days_per_week", policy.siteDaysPerWeek, "days a week"),
      ("policy.working_weeks_per_year", policy.workingWeeksPerYear, "weeks a year"),
      ("policy.participation", policy.participation, "share of those who gain"),
      ("access.walk_speed_kmh", access.walkSpeedKilometersPerHour, "km/h"),
      ("access.detour_factor", access.detourFactor, "× straight line"),
      ("access.max_walk_minutes", access.maximumWalkMinutes, "minutes"),
      ("access.max_transfer_walk_minutes", access.maximumTransferWalkMinutes, "minutes"),
      ("access.transfer_slack_seconds", access.transferSlackSeconds, "seconds a change"),
      ("access.max_minutes", access.maximumMinutes, "minutes"),
      ("access.change_penalty_minutes", access.changePenaltyMinutes, "minutes a change"),
    ]
    if let rides = access.maximumRides { numbers.append(("access.max_rides", rides, "rides")) }
    let usesBicycle = scenario.modes.contains { $0 == .bike || $0 == .bikeAndRide }
    if access.homeMode == .bike || usesBicycle {
      numbers.append(("access.bike_speed_kmh", access.bikeSpeedKilometersPerHour, "km/h"))
    }
    if access.homeMode == .eBike || scenario.modes.contains(.eBike) {
      numbers.append(("access.ebike_speed_kmh", access.eBikeSpeedKilometersPerHour, "km/h"))
    }
    numbers += parkAndRideNumbers()
    return numbers.map { RunResult.Parameter($0, $1, $2) } + [
      RunResult.Parameter(
        name: "access.home_mode", value: access.homeMode.rawValue, unit: "",
        source: SourcedNumber.assumption)
    ] + drawParameters() + officeParameters() + carParameters()
  }
}
