public import Findings
import Routing
import Scenarios

extension CommuteComparison {
  /// What ways without a timetable stood on and how many journeys used the straight line, homes
  /// that no stop is near, and what every saving takes for granted.
  public func routingNotes() -> [Finding] {
    let walks = Finding(
      "walking_basis", .warning, file: scenario.file,
      message: "walks: \(network.doors.walkingSentence)")
    let sites = scenario.siteChanges.sentence.map {
      Finding("site_changes", .info, file: scenario.file, field: "sites", message: $0)
    }
    return editNotes + (sites.map { [$0] } ?? []) + [walks] + timesByMode.flatMap { notes(on: $0) }
      + homesWithoutStop() + [
        Finding(
          "one_mode_for_all", .info, file: scenario.file,
          message:
            "in the tables by home and site everyone is taken to travel by \(mode.rawValue), "
            + "to the office and to a site; "
            + (timesByMode.count > 1
              ? "the other modes stand beside it" : "no other mode was asked for")
        ),
        Finding(
          "seats_not_counted", .info, file: scenario.file,
          message:
            "in the tables by home, site and mode a site takes everyone for whom it is the best; "
            + "its seats are counted in the impact of the week only"),
      ]
  }

  private func notes(on times: CommuteTimes) -> [Finding] {
    var notes: [Finding] = []
    func add(_ code: String, _ severity: Severity, _ message: String) {
      notes.append(Finding(code, severity, file: scenario.file, message: message))
    }
    let mode = times.mode.rawValue
    switch times.mode {
    case .transit where scenario.access.homeMode != .walk:
      add(
        "home_access_basis", .warning,
        "from home to the first stop and back by \(scenario.access.homeMode.rawValue): "
          + network.homeModel.basis.sentence)
    case .car:
      if let car = network.car { add("car_basis", .warning, "car: \(car.basisSentence)") }
      for residual in network.calibration?.residuals ?? [] {
        add("car_calibration", .info, "car: \(residual.sentence)")
      }
    case .bike, .eBike:
      add("bike_basis", .warning, "\(mode): \(network.model(times.mode).basis.sentence)")
    default: break
    }
    if let ride = times.parkAndRide {
      let assumed = scenario.parkAndRide.facilities == nil
      add(
        "park_and_ride_basis", .warning,
        "\(mode): \(ride.facilities.count) stations"
          + (assumed
            ? " (assumption: every railway station outside the Region has places)"
            : " of the list of facilities")
          + "; back to the station of the morning; their places are not counted")
    }
    let count = times.straightLineCount
    let isEverything = count.pairs > 0 && count.onStraightLine == count.pairs
    add(
      "straight_line_journeys", isEverything ? .warning : .info,
      "\(mode): \(count.onStraightLine) of \(count.pairs) pairs of home and workplace use the "
        + "straight line somewhere, for want of a street"
        + (isEverything && times.mode == .car ? "; are these roads those of the area?" : ""))
    return notes
  }

  private func homesWithoutStop() -> [Finding] {
    guard timesByMode.contains(where: { $0.mode == .transit }) else { return [] }
    let cut = scenario.demand.origins.indices.filter { network.homeDoors[$0].access.isEmpty }
    guard !cut.isEmpty else { return [] }
    let people = cut.reduce(0) { $0 + scenario.demand.origins[$1].people }
    return [
      Finding(
        "home_without_stop", .warning, file: scenario.file,
        message: "\(Int(people.rounded())) people live in \(cut.count) places without a served "
          + "stop within \(Int(scenario.access.maximumWalkMinutes.value)) minutes; they reach "
          + "nothing by public transport",
        remedy: "import the feeds that serve them or raise access.max_walk_minutes")
    ]
  }
}
