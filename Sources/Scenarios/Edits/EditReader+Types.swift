import Geography
import Routing
import TransitRouting
import Yams

extension EditReader {
  static func adjustSpeed(
    _ section: YAMLSection, _ reader: inout YAMLReader
  ) -> AdjustSpeed? {
    let selected = trips(section, &reader)
    var scale = SourcedNumber(0)
    reader.number("scale", in: section, 0.1...10, into: &scale)
    if section.values["scale"] == nil {
      reader.report(
        "missing_key", at: section.node, field: section.field("scale"), "the key is missing",
        remedy: "a scale of 2 halves the time of every hop")
    }
    let hops = reader.items("hops", in: section)?.compactMap { item, field in
      let ids = item.sequence?.compactMap { $0.scalar?.string } ?? []
      if ids.count == 2 { return AdjustSpeed.Section(from: ids[0], to: ids[1]) }
      reader.report("invalid_value", at: item, field: field, "takes two ids of stops: [FROM, TO]")
      return nil
    }
    return selected.map { AdjustSpeed($0, scale: scale.value, hops: hops) }
  }

  static func reroute(_ section: YAMLSection, _ reader: inout YAMLReader) -> Reroute? {
    let selected = trips(section, &reader)
    let stops = stops(section, &reader)
    let hops = reader.seconds("hop_times", in: section, isRequired: true)
    let dwells = reader.seconds("dwell_times", in: section)
    let (from, to) = (
      reader.text("from_stop", in: section), reader.text("to_stop", in: section)
    )
    guard let selected, let hops else { return nil }
    return Reroute(
      selected, fromStop: from, toStop: to, stops: stops, hopTimes: hops, dwellTimes: dwells)
  }

  static func addTrips(_ section: YAMLSection, _ reader: inout YAMLReader) -> AddTrips? {
    let route = reader.text("route", in: section, isRequired: true)
    let mode = reader.value("mode", in: section, takes: "a route_type of GTFS, such as 3") { text in
      Int(text).flatMap { (0...1702).contains($0) ? $0 : nil }
    }
    let hops = reader.seconds("hop_times", in: section, isRequired: true)
    let dwells = reader.seconds("dwell_times", in: section)
    let frequencies = reader.items("frequencies", in: section, isRequired: true)?.compactMap {
      item, field in
      reader.section(item, field, keys: departureKeys).flatMap { departures($0, &reader) }
    }
    let isBidirectional = reader.flag("bidirectional", in: section)
    let stops = stops(section, &reader)
    guard let route, let hops, let frequencies else { return nil }
    return AddTrips(
      route: route, routeName: reader.text("route_name", in: section), mode: mode,
      operatorName: reader.text("operator", in: section), stops: stops,
      hopTimes: hops, dwellTimes: dwells, isBidirectional: isBidirectional,
      frequencies: frequencies)
  }

  static func adjustFrequency(
    _ section: YAMLSection, _ reader: inout YAMLReader
  ) -> AdjustFrequency? {
    let route = reader.text("route", in: section, isRequired: true)
    let entries = reader.items("entries", in: section, isRequired: true)?.compactMap {
      item, field -> AdjustFrequency.Entry? in
      guard let entry = reader.section(item, field, keys: ["source_trip"] + departureKeys)
      else { return nil }
      let trip = reader.text("source_trip", in: entry, isRequired: true)
      guard let departures = departures(entry, &reader), let trip else { return nil }
      return AdjustFrequency.Entry(sourceTrip: trip, departures)
    }
    let retains = reader.flag("retain_trips_outside_frequency_entries", in: section)
    guard let route, let entries else { return nil }
    return AdjustFrequency(route: route, entries: entries, retainsTripsOutsideEntries: retains)
  }

  private static let departureKeys = [
    "start_time", "end_time", "headway_secs", "exact_times", "first_departures",
  ]

  /// Either a list of departures, or a headway in a window.
  private static func departures(
    _ section: YAMLSection, _ reader: inout YAMLReader
  ) -> Departures? {
    let takesTime = "times such as 07:30"
    let isListed = section.values["first_departures"] != nil
    let others = departureKeys.dropLast().filter { section.values[$0] != nil }
    if isListed, !others.isEmpty {
      reader.report(
        "unclear_departures", at: section.node, field: section.path,
        "has first_departures and \(others.joined(separator: ", "))",
        remedy: "give one or the other")
      return nil
    }
    if isListed {
      return reader.list(
        "first_departures", in: section, takes: takesTime, TimeOfDay.seconds
      ).map(Departures.stated)
    }
    let start = reader.value(
      "start_time", in: section, takes: takesTime, isRequired: true, TimeOfDay.seconds)
    let end = reader.value(
      "end_time", in: section, takes: takesTime, isRequired: true, TimeOfDay.seconds)
    let headway = reader.value(
      "headway_secs", in: section, takes: "whole seconds from 10 to 86400", isRequired: true
    ) { text in Int(text).flatMap { (10...86_400).contains($0) ? $0 : nil } }
    let isExact = reader.flag("exact_times", in: section)
    guard let start, let end, let headway else { return nil }
    guard start < end else {
      reader.report(
        "invalid_value", at: section.values["end_time"], field: section.field("end_time"),
        value: TimeOfDay.text(end), "is not after start_time")
      return nil
    }
    return .headway(start..<end, headwaySeconds: headway, isExact: isExact)
  }

  /// Ids of stops, or new stops with a place.
  private static func stops(
    _ section: YAMLSection, _ reader: inout YAMLReader
  ) -> [EditedStop] {
    (reader.items("stops", in: section) ?? []).compactMap { item, field in
      if let id = item.scalar?.string, !id.isEmpty { return .existing(id) }
      guard let stop = reader.section(item, field, keys: ["id", "name", "lat", "lon"]),
        let place = reader.place(stop)
      else { return nil }
      let id = reader.text("id", in: stop)
      return .new(id: id, name: reader.text("name", in: stop) ?? id ?? "new stop", place)
    }
  }
}
