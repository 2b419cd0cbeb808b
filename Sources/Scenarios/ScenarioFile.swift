public import Findings
import Foundation
import Geography
import Routing
import TabularText
import TransitRouting
import Yams

/// Reads a scenario file and every file that it names, and reports **all** that is wrong before
/// anything runs.
public enum ScenarioFile {
  static let keys = [
    "name", "description", "network", "date", "arrive", "depart", "demand", "offices", "sites",
    "policy", "access", "areas", "modes", "streets", "roads", "car", "park_and_ride", "draws",
    "seed", "edits", "week", "choice", "parameters", "impact", "uncertainty",
  ]

  /// - Parameters:
  ///   - candidates: a file of candidates; a scenario that is resolved with one needs no `sites`.
  ///   - skipsBadCandidates: whether rows of that file which cannot be used are left out.
  /// - Throws: `missingInput` without the file itself or the candidates, `unusableData` with every
  ///   finding.
  public static func resolve(
    _ path: String, candidates: String? = nil, skipsBadCandidates: Bool = false
  ) throws(Failure) -> Scenario {
    let bytes = try InputFile.bytes(path, maximumBytes: 1 << 20)
    if let candidates, !FileManager.default.fileExists(atPath: candidates) {
      throw .missingInput(path: candidates, reason: "no such file")
    }
    var reader = YAMLReader(file: path)
    let node = reader.compose(String(decoding: bytes, as: UTF8.self))
    let whole = try node.flatMap { node throws(Failure) in
      try ScenarioExtension.merged(node, of: path, &reader)
    }
    let root = whole.flatMap { reader.section($0, "", keys: keys) }
    let known = CandidateReader.read(candidates, skipsBadRows: skipsBadCandidates, &reader)
    var scenario = read(root, &reader, candidates: known)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    scenario?.inputFiles = [.init(path: path, name: name)] + reader.inputFiles
    guard let scenario, reader.findings.isEmpty else { throw .unusableData(reader.findings) }
    return scenario
  }

  private static func read(
    _ root: YAMLSection?, _ reader: inout YAMLReader, candidates: Candidates?
  ) -> Scenario? {
    guard let root else { return nil }
    let name = reader.text("name", in: root, isRequired: true)
    let network = reader.path("network", in: root, isRequired: true)
    if let network, !FileManager.default.fileExists(atPath: network) {
      reader.report(
        "missing_file", at: root.values["network"], field: "network", value: network,
        "there is no such network database", remedy: "make it with 'antenne import'")
    }
    let date = reader.value("date", in: root, takes: "a day as YYYY-MM-DD") { ServiceDate($0) }
    let takesWindow = "a window such as 08:00-09:30"
    let arrive = reader.value("arrive", in: root, takes: takesWindow, TimeOfDay.window)
    let depart = reader.value("depart", in: root, takes: takesWindow, TimeOfDay.window)
    let draws = readDraws(root, &reader)
    let offices = OfficeReader.read(root, &reader)
    let sites = SiteReader.read(root, &reader, isRequired: candidates == nil)
    var policy = readPolicy(root, &reader)
    let week = WeekReader.read(root, siteDays: policy.siteDaysPerWeek, &reader)
    policy.siteDaysPerWeek = week.siteDays
    let choice = ChoiceReader.read(root, &reader)
    let access = readAccess(root, &reader)
    let modes = RoadReader.modes(root, &reader)
    let demand = DemandReader.read(
      root,
      DemandNames(
        offices: offices.map(\.id), modes: modes, weekGroups: week.groups.map(\.name),
        officeDays: week.groups.map(\.baseOffice.value),
        operators: Set((sites.sites + (candidates?.sites ?? [])).map(\.operatorName))
          .filter { !$0.isEmpty }.sorted()), &reader)
    let roads = RoadReader.read(root, &reader)
    let parkAndRide = ParkAndRideReader.read(root, &reader)
    let areas = AreaReader.read(root, &reader)
    let edits = EditReader.read(root, &reader)
    let impact = ImpactReader.read(root, areas.areas, &reader)
    let parameters = ParameterReader.read(root, &reader)
    let uncertainty = UncertaintyReader.read(root, participation: policy.participation, &reader)
    guard let name, let network, let demand else { return nil }
    return Scenario(
      file: reader.file, name: name, description: reader.text("description", in: root) ?? "",
      network: network, date: date, arrivalWindow: arrive ?? 8 * 3600..<(9 * 3600 + 1800),
      departureWindow: depart ?? (16 * 3600 + 1800)..<(18 * 3600 + 1800), draws: draws,
      edits: edits, demand: demand,
      offices: offices, sites: sites.sites, siteChanges: sites.changes,
      candidates: candidates?.sites ?? [], skippedCandidates: candidates?.skipped ?? [],
      policy: policy,
      week: week, choice: choice, access: access, modes: modes,
      roads: roads, parkAndRide: parkAndRide, impact: impact, areas: areas.areas,
      incomes: areas.incomes, parameters: parameters,
      uncertainty: uncertainty)
  }

  private static func readPolicy(
    _ root: YAMLSection, _ reader: inout YAMLReader
  ) -> Scenario.Policy {
    let section = reader.section(
      "policy", in: root,
      keys: ["site_days_per_week", "working_weeks_per_year", "participation"])
    var policy = Scenario.Policy()
    reader.number("site_days_per_week", in: section, 0...7, into: &policy.siteDaysPerWeek)
    reader.number("working_weeks_per_year", in: section, 0...53, into: &policy.workingWeeksPerYear)
    reader.number("participation", in: section, 0...1, into: &policy.participation)
    return policy
  }

  private static func readAccess(
    _ root: YAMLSection, _ reader: inout YAMLReader
  ) -> Scenario.AccessRules {
    let section = reader.section(
      "access", in: root,
      keys: [
        "home_mode", "walk_speed_kmh", "bike_speed_kmh", "ebike_speed_kmh", "detour_factor",
        "max_walk_minutes", "max_transfer_walk_minutes", "transfer_slack_seconds", "max_minutes",
        "max_rides", "change_penalty_minutes",
      ])
    var access = Scenario.AccessRules()
    if let mode = reader.value(
      "home_mode", in: section, takes: "walk, bike or e-bike",
      Scenario.AccessRules.HomeMode.init(rawValue:)
    ) {
      access.homeMode = mode
    }
    reader.number("walk_speed_kmh", in: section, 1...15, into: &access.walkSpeedKilometersPerHour)
    reader.number("bike_speed_kmh", in: section, 5...45, into: &access.bikeSpeedKilometersPerHour)
    reader.number("ebike_speed_kmh", in: section, 5...45, into: &access.eBikeSpeedKilometersPerHour)
    reader.number("detour_factor", in: section, 1...3, into: &access.detourFactor)
    reader.number("max_walk_minutes", in: section, 0...180, into: &access.maximumWalkMinutes)
    reader.number(
      "max_transfer_walk_minutes", in: section, 0...60, into: &access.maximumTransferWalkMinutes)
    reader.number(
      "transfer_slack_seconds", in: section, 0...3600, into: &access.transferSlackSeconds)
    reader.number("max_minutes", in: section, 1...600, into: &access.maximumMinutes)
    if section?.values["max_rides"] != nil {
      let most = Double(WindowScan.rideLimit)
      var rides = SourcedNumber(most)
      reader.number("max_rides", in: section, 1...most, into: &rides)
      if rides.value != rides.value.rounded() {
        reader.report(
          "invalid_value", at: section?.node ?? root.node, field: "access.max_rides",
          "a number of rides is whole", remedy: "write 1, 2, 3 …")
      }
      access.maximumRides = rides
    }
    reader.number(
      "change_penalty_minutes", in: section, 0...120, into: &access.changePenaltyMinutes)
    return access
  }
}

/// Reads `offices`: one place or several with weights.
enum OfficeReader {
  static func read(_ root: YAMLSection, _ reader: inout YAMLReader) -> [Scenario.Office] {
    guard let node = root.values["offices"] else {
      reader.report(
        "missing_key", at: root.node, field: "offices", "the key is missing",
        remedy:
          "name the central office, such as offices: [{name: Centre, lat: 50.8457, lon: 4.3571}]"
      )
      return []
    }
    let items = node.sequence.map(Array.init) ?? [node]
    var offices: [Scenario.Office] = []
    var weights: [Double] = []
    for (index, item) in items.enumerated() {
      let path = "offices[\(index)]"
      guard
        let section = reader.section(
          item, path, keys: ["id", "name", "lat", "lon", "weight", "quarter"])
      else { continue }
      let latitude = reader.value(
        "lat", in: section, takes: "degrees from -90 to 90", isRequired: true,
        degrees(90))
      let longitude = reader.value(
        "lon", in: section, takes: "degrees from -180 to 180", isRequired: true,
        degrees(180))
      var weight = SourcedNumber(1)
      reader.number("weight", in: section, 0.001...1e9, into: &weight)
      let name = reader.text("name", in: section) ?? "office \(index + 1)"
      let id = reader.text("id", in: section) ?? name
      if offices.contains(where: { $0.id == id }) {
        reader.report(
          "duplicated_office", at: item, field: path, value: id, "two offices have the same name")
      }
      // An office at a wrong place keeps its name, so that the employees who name it are not wrong
      // too; with a finding there is no scenario.
      let place = Coordinate(latitude: latitude ?? 0, longitude: longitude ?? 0)
      offices.append(
        .init(
          id: id, name: name, coordinate: place, share: 0, shareSource: weight.source,
          quarter: reader.text("quarter", in: section)))
      weights.append(weight.value)
    }
    if items.isEmpty { reader.report("no_office", at: node, field: "offices", "names no office") }
    let total = weights.reduce(0, +)
    for index in offices.indices { offices[index].share = weights[index] / total }
    return offices
  }

  private static func degrees(_ limit: Double) -> (String) -> Double? {
    { text in Double(text).flatMap { abs($0) <= limit ? $0 : nil } }
  }
}

/// Reads `areas`: geometry for tables and maps.
enum AreaReader {
  /// The areas, and the mean income of municipalities by NIS code.
  static func read(
    _ root: YAMLSection, _ reader: inout YAMLReader
  ) -> (areas: [Scenario.Area], incomes: [String: Double]) {
    let section = reader.section(
      "areas", in: root, keys: ["municipalities", "nis_property", "region", "incomes"])
    var areas: [Scenario.Area] = []
    let property = reader.text("nis_property", in: section) ?? "AdMuKey"
    for (key, isRegion) in [("municipalities", false), ("region", true)] {
      guard let path = reader.path(key, in: section) else { continue }
      do throws(Failure) {
        let bytes = try InputFile.bytes(path, maximumBytes: 64 << 20)
        let features = try features(bytes, path)
        for feature in features {
          if isRegion {
            areas.append(.init(id: "region", geometry: feature.geometry))
          } else if let nis = feature.properties[property] {
            areas.append(.init(id: nis, geometry: feature.geometry))
          }
        }
        if !isRegion, !features.contains(where: { $0.properties[property] != nil }) {
          reader.report(
            "no_nis_code", at: section?.values[key], field: "areas.municipalities", value: path,
            "no area has the property \(property)", remedy: "name it with areas.nis_property")
        }
      } catch {
        reader.report(failure: error, at: section?.values[key], field: "areas.\(key)")
      }
    }
    return (areas, incomes(section, &reader))
  }

  private static func incomes(
    _ section: YAMLSection?, _ reader: inout YAMLReader
  ) -> [String: Double] {
    guard let path = reader.path("incomes", in: section) else { return [:] }
    do throws(Failure) {
      return try IncomeTable.read(Table.read(path))
    } catch {
      reader.report(failure: error, at: section?.values["incomes"], field: "areas.incomes")
      return [:]
    }
  }

  private static func features(_ bytes: [UInt8], _ path: String) throws(Failure) -> [Feature] {
    do throws(GeometryFormatError) {
      return try GeometryFile.features(Data(bytes))
    } catch {
      throw .unusable("invalid_geometry", file: path, "the file \(error)")
    }
  }
}

extension YAMLReader {
  /// Turns a failure with a file that the scenario names into findings.
  mutating func report(failure: Failure, at node: Node?, field: String) {
    switch failure {
    case .unusableData(let more): report(contentsOf: more)
    case .missingInput(let path, let reason), .inputOutput(let path, let reason):
      report("missing_file", at: node, field: field, value: path, reason)
    case .defect(let what): report("defect", at: node, field: field, what)
    }
  }
}
