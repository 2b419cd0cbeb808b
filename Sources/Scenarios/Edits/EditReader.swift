import TransitRouting
import Yams

/// Reads `edits`: a list of changes of the base timetable, each with its `type`.
enum EditReader {
  static let types = [
    "add-trips", "adjust-frequency", "adjust-speed", "remove-stops", "remove-trips", "reroute",
  ]

  static func read(_ root: YAMLSection, _ reader: inout YAMLReader) -> [Scenario.Edit] {
    guard let node = root.values["edits"] else { return [] }
    guard let items = node.sequence else {
      reader.report(
        "not_a_list", at: node, field: "edits", "takes a list of edits",
        remedy: "begin each with '- type: '")
      return []
    }
    return items.enumerated().compactMap { index, item in
      let path = "edits[\(index)]"
      guard let type = type(item, path, &reader),
        let section = reader.section(item, path, keys: ["type", "name"] + keys(type)),
        let edit = edit(type, section, &reader)
      else { return nil }
      return Scenario.Edit(
        edit, type: type, name: reader.text("name", in: section) ?? "",
        lines: lines(item, ""))
    }
  }

  private static func type(
    _ item: Node, _ path: String, _ reader: inout YAMLReader
  ) -> String? {
    guard let mapping = item.mapping else {
      reader.report("not_a_mapping", at: item, field: path, "takes keys and values")
      return nil
    }
    let values = mapping["type"].map { ["type": $0] } ?? [:]
    return reader.value(
      "type", in: YAMLSection(path: path, node: item, values: values),
      takes: types.joined(separator: ", "), isRequired: true
    ) { types.contains($0) ? $0 : nil }
  }

  private static let selection = TripSelection.Kind.allCases.map(\.rawValue)

  private static func keys(_ type: String) -> [String] {
    switch type {
    case "add-trips":
      [
        "route", "route_name", "mode", "operator", "stops", "hop_times", "dwell_times",
        "bidirectional", "frequencies",
      ]
    case "adjust-frequency": ["route", "entries", "retain_trips_outside_frequency_entries"]
    case "adjust-speed": selection + ["scale", "hops"]
    case "remove-stops": selection + ["stops", "seconds_saved_at_each_stop"]
    case "reroute": selection + ["from_stop", "to_stop", "stops", "hop_times", "dwell_times"]
    default: selection
    }
  }

  /// `nil` with a finding.
  private static func edit(
    _ type: String, _ section: YAMLSection, _ reader: inout YAMLReader
  ) -> TimetableEdit? {
    switch type {
    case "add-trips": return addTrips(section, &reader).map(TimetableEdit.addTrips)
    case "adjust-frequency":
      return adjustFrequency(section, &reader).map(TimetableEdit.adjustFrequency)
    case "adjust-speed": return adjustSpeed(section, &reader).map(TimetableEdit.adjustSpeed)
    case "remove-stops":
      // Without a selection the stops are closed for all.
      let isSelecting = selection.contains { section.values[$0] != nil }
      let selected = isSelecting ? trips(section, &reader) : nil
      var saved = SourcedNumber(0)
      reader.number("seconds_saved_at_each_stop", in: section, 0...3600, into: &saved)
      let stops = reader.list("stops", in: section, takes: "ids of stops", isRequired: true) { $0 }
      guard let stops, isSelecting == (selected != nil) else { return nil }
      return .removeStops(
        RemoveStops(
          selected, stops: stops, secondsSavedAtEachStop: Int(saved.value.rounded())))
    case "reroute": return reroute(section, &reader).map(TimetableEdit.reroute)
    default: return trips(section, &reader).map { .removeTrips(RemoveTrips($0)) }
    }
  }

  /// One of `routes`, `patterns` and `trips`.
  static func trips(_ section: YAMLSection, _ reader: inout YAMLReader) -> TripSelection? {
    let given = TripSelection.Kind.allCases.filter { section.values[$0.rawValue] != nil }
    guard given.count == 1, let kind = given.first else {
      reader.report(
        given.isEmpty ? "missing_key" : "unclear_selection", at: section.node,
        field: section.path,
        given.isEmpty ? "selects no trips" : "selects trips in \(given.count) ways",
        remedy: "give one of \(selection.joined(separator: ", "))")
      return nil
    }
    return reader.list(kind.rawValue, in: section, takes: "ids", isRequired: true) { $0 }
      .map { TripSelection(kind, $0) }
  }

  /// The line of every key and item of an edit, by their paths in it.
  private static func lines(_ node: Node, _ path: String) -> [String: Int] {
    var lines: [String: Int] = [:]
    lines[path] = node.mark?.line
    if let mapping = node.mapping {
      for (key, value) in mapping {
        let name = key.string ?? ""
        lines.merge(Self.lines(value, path.isEmpty ? name : "\(path).\(name)")) { a, _ in a }
      }
    } else if let sequence = node.sequence {
      for (index, item) in sequence.enumerated() {
        lines.merge(Self.lines(item, "\(path)[\(index)]")) { a, _ in a }
      }
    }
    return lines
  }
}
