import Geography
import Yams

extension YAMLReader {
  /// The items of a list, each with its field; an empty list is a finding.
  mutating func items(
    _ key: String, in parent: YAMLSection?, isRequired: Bool = false
  ) -> [(node: Node, field: String)]? {
    guard let parent else { return nil }
    guard let node = parent.values[key] else {
      if isRequired {
        report("missing_key", at: parent.node, field: parent.field(key), "the key is missing")
      }
      return nil
    }
    guard let sequence = node.sequence, !sequence.isEmpty else {
      report("not_a_list", at: node, field: parent.field(key), "takes a list such as [a, b]")
      return nil
    }
    return sequence.enumerated().map { ($1, "\(parent.field(key))[\($0)]") }
  }

  /// A list of values made from texts, each that cannot be made a finding.
  mutating func list<Value>(
    _ key: String, in parent: YAMLSection?, takes: String, isRequired: Bool = false,
    _ make: (String) -> Value?
  ) -> [Value]? {
    items(key, in: parent, isRequired: isRequired)?.compactMap { item, field in
      let text = item.scalar?.string ?? ""
      if !text.isEmpty, let value = make(text) { return value }
      report(
        "invalid_value", at: item, field: field, value: text.isEmpty ? nil : text, "takes \(takes)")
      return nil
    }
  }

  /// A list of whole seconds up to a day.
  mutating func seconds(
    _ key: String, in parent: YAMLSection?, isRequired: Bool = false
  ) -> [Int]? {
    list(key, in: parent, takes: "whole seconds from 0 to 86400", isRequired: isRequired) { text in
      Int(text).flatMap { (0...86_400).contains($0) ? $0 : nil }
    }
  }

  /// `true` or `false`, which it is where the key is absent.
  mutating func flag(_ key: String, in parent: YAMLSection?) -> Bool {
    value(key, in: parent, takes: "true or false") { ["true": true, "false": false][$0] } ?? false
  }

  /// `lat` and `lon` of a section, or findings.
  mutating func place(_ section: YAMLSection) -> Coordinate? {
    func degrees(_ key: String, _ limit: Double, _ reader: inout YAMLReader) -> Double? {
      reader.value(
        key, in: section, takes: "degrees from -\(Int(limit)) to \(Int(limit))", isRequired: true
      ) { text in Double(text).flatMap { abs($0) <= limit ? $0 : nil } }
    }
    let (latitude, longitude) = (degrees("lat", 90, &self), degrees("lon", 180, &self))
    guard let latitude, let longitude else { return nil }
    return Coordinate(latitude: latitude, longitude: longitude)
  }
}
