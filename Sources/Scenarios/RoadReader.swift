import Findings
import Foundation
import Routing
import TabularText
import Yams

/// Reads `modes`, `streets`, `roads` and `car`.
enum RoadReader {
  /// The modes in the order of the file, each once; public transport where none is named.
  static func modes(_ root: YAMLSection, _ reader: inout YAMLReader) -> [CommuteMode] {
    guard let node = root.values["modes"] else { return [.transit] }
    var modes: [CommuteMode] = []
    let items = node.sequence.map(Array.init) ?? [node]
    if items.isEmpty { reader.report("no_mode", at: node, field: "modes", "names no mode") }
    for item in items {
      let text = item.scalar?.string ?? ""
      guard let mode = CommuteMode(rawValue: text) else {
        reader.report(
          "invalid_value", at: item, field: "modes", value: text,
          "takes \(CommuteMode.allCases.map(\.rawValue).joined(separator: ", "))")
        continue
      }
      if modes.contains(mode) {
        reader.report("duplicated_mode", at: item, field: "modes", value: text, "stands twice")
      } else {
        modes.append(mode)
      }
    }
    return modes.isEmpty ? [.transit] : modes
  }

  static func read(_ root: YAMLSection, _ reader: inout YAMLReader) -> Scenario.RoadRules {
    var rules = Scenario.RoadRules()
    rules.streets = file("streets", in: root, &reader, remedy: "make it with 'antenne streets'")
    if root.values["roads"]?.scalar?.string == "principal" {
      rules.carRoads = .principal
    } else if root.values["roads"] != nil {
      let remedy = "make it with 'antenne streets', or write: roads: principal"
      rules.carRoads =
        file("roads", in: root, &reader, remedy: remedy).map { .file($0) } ?? .streetsOrPrincipal
    }
    rules.tables = tables(root, &reader)
    return rules
  }

  /// The built-in tables with those of `car` in their place.
  private static func tables(_ root: YAMLSection, _ reader: inout YAMLReader) -> RoadTables {
    var tables = RoadTables()
    do throws(Failure) {
      tables = try RoadTables.builtIn()
    } catch {
      reader.report(failure: error, at: root.node, field: "car")
    }
    let section = reader.section("car", in: root, keys: ["zones", "congestion", "parking"])
    if let path = file("zones", in: section, &reader) {
      tables = RoadTables()
      for key in ["congestion", "parking"] where section?.values[key] == nil {
        reader.report(
          "missing_key", at: section?.values["zones"], field: "car.\(key)",
          "the built-in \(key) is that of other zones", remedy: "give car.\(key) for these zones")
      }
      do throws(Failure) {
        tables.zones = try ZoneFile.read(path)
      } catch {
        reader.report(failure: error, at: section?.values["zones"], field: "car.zones")
        for key in ["congestion", "parking"] { _ = file(key, in: section, &reader) }
        return tables
      }
    }
    do throws(Failure) {
      if let path = file("congestion", in: section, &reader) {
        tables.congestion = CongestionTable(
          try CongestionFile.read(Table.read(path), zones: tables.zones.ids))
      }
    } catch {
      reader.report(failure: error, at: section?.values["congestion"], field: "car.congestion")
    }
    do throws(Failure) {
      if let path = file("parking", in: section, &reader) {
        tables.parking = ParkingTable(
          try ParkingFile.read(Table.read(path), zones: tables.zones.ids))
      }
    } catch {
      reader.report(failure: error, at: section?.values["parking"], field: "car.parking")
    }
    return tables
  }

  /// The path of a file that is there.
  private static func file(
    _ key: String, in section: YAMLSection?, _ reader: inout YAMLReader, remedy: String? = nil
  ) -> String? {
    guard let path = reader.path(key, in: section) else { return nil }
    if FileManager.default.fileExists(atPath: path) { return path }
    reader.report(
      "missing_file", at: section?.values[key], field: section?.field(key) ?? key, value: path,
      "there is no such file", remedy: remedy)
    return nil
  }
}

/// Reads `park_and_ride`: where cars and bicycles can be left.
enum ParkAndRideReader {
  static func read(
    _ root: YAMLSection, _ reader: inout YAMLReader
  ) -> Scenario.ParkAndRideRules {
    let section = reader.section(
      "park_and_ride", in: root,
      keys: [
        "facilities", "stations", "max_drive_minutes", "max_bike_minutes", "max_walk_minutes",
        "park_seconds",
      ])
    var rules = Scenario.ParkAndRideRules()
    do throws(Failure) {
      rules.region = try RoadTables.region()
    } catch {
      reader.report(failure: error, at: root.node, field: "park_and_ride")
    }
    reader.number("max_drive_minutes", in: section, 1...240, into: &rules.maximumDriveMinutes)
    reader.number("max_bike_minutes", in: section, 1...240, into: &rules.maximumBikeMinutes)
    reader.number("max_walk_minutes", in: section, 0...60, into: &rules.maximumWalkMinutes)
    reader.number("park_seconds", in: section, 0...3600, into: &rules.parkSeconds)
    let stations = reader.path("stations", in: section)
    guard let path = reader.path("facilities", in: section) else {
      if stations != nil {
        reader.report(
          "missing_key", at: section?.values["stations"], field: "park_and_ride.facilities",
          "the stations have no list of facilities", remedy: "name the list with 'facilities'")
      }
      return rules
    }
    do throws(Failure) {
      rules.facilities = try FacilityTable.read(path, stations: stations)
    } catch {
      reader.report(
        failure: error, at: section?.values["facilities"], field: "park_and_ride.facilities")
    }
    return rules
  }
}
