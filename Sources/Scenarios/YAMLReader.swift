import Findings
import Foundation
import Yams

/// Reads a YAML file key by key and collects what is wrong with it, each with its line.
struct YAMLReader {
  let file: String
  private(set) var findings: [Finding] = []
  /// Those that the file names, in the order in which they are asked for.
  private(set) var inputFiles: [Scenario.InputFile] = []

  init(file: String) {
    self.file = file
  }

  mutating func report(_ finding: Finding) { findings.append(finding) }

  mutating func names(input file: Scenario.InputFile) {
    if !inputFiles.contains(where: { $0.path == file.path }) { inputFiles.append(file) }
  }

  mutating func report(contentsOf more: [Finding]) { findings += more }

  mutating func report(
    _ code: String, at node: Node?, field: String, value: String? = nil, _ message: String,
    remedy: String? = nil
  ) {
    findings.append(
      Finding(
        code, file: file, line: node?.mark?.line, field: field, value: value, message: message,
        remedy: remedy))
  }

  /// The root of the text, or `nil` with a finding.
  mutating func compose(_ text: String) -> Node? {
    do {
      if let node = try Yams.compose(yaml: text) { return node }
      report("empty_scenario", at: nil, field: "", "the file is empty")
    } catch let error as YamlError {
      findings.append(Self.finding(error, file))
    } catch {
      report("invalid_yaml", at: nil, field: "", "not YAML: \(error)")
    }
    return nil
  }

  private static func finding(_ error: YamlError, _ file: String) -> Finding {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      Finding("invalid_yaml", file: file, line: mark.line, message: "not YAML: \(problem)")
    case .duplicatedKeysInMapping(let keys, let context):
      Finding(
        "duplicated_key", file: file, line: context.mark.line,
        message: "keys stand twice: \(keys.joined(separator: ", "))")
    default: Finding("invalid_yaml", file: file, message: "not YAML: \(error)")
    }
  }

  /// A mapping whose keys are all known.
  mutating func section(_ node: Node, _ path: String, keys: [String]) -> YAMLSection? {
    guard let mapping = node.mapping else {
      report(
        "not_a_mapping", at: node, field: path,
        path.isEmpty ? "the file is not a list of keys and values" : "takes keys and values",
        remedy: "known keys are \(keys.joined(separator: ", "))")
      return nil
    }
    var values: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.string, keys.contains(name) else {
        let name = key.string ?? "?"
        report(
          "unknown_key", at: key, field: path.isEmpty ? name : "\(path).\(name)",
          "there is no such key here",
          remedy: nearestName(to: name, among: keys).map { "did you mean \($0)?" }
            ?? "known keys are \(keys.joined(separator: ", "))")
        continue
      }
      values[name] = value
    }
    return YAMLSection(path: path, node: node, values: values)
  }

  mutating func section(_ key: String, in parent: YAMLSection?, keys: [String]) -> YAMLSection? {
    guard let parent, let node = parent.values[key] else { return nil }
    return section(node, parent.field(key), keys: keys)
  }

  /// The text of a key; a missing required key is a finding.
  mutating func text(_ key: String, in parent: YAMLSection?, isRequired: Bool = false) -> String? {
    guard let parent else { return nil }
    guard let node = parent.values[key] else {
      if isRequired {
        report(
          "missing_key", at: parent.node, field: parent.field(key), "the key is missing")
      }
      return nil
    }
    guard let text = node.scalar?.string, !text.isEmpty else {
      report("not_a_text", at: node, field: parent.field(key), "takes one value")
      return nil
    }
    return text
  }

  /// A value made from a text, or a finding that says what the key takes.
  mutating func value<Value>(
    _ key: String, in parent: YAMLSection?, takes: String, isRequired: Bool = false,
    _ make: (String) -> Value?
  ) -> Value? {
    guard let text = text(key, in: parent, isRequired: isRequired) else { return nil }
    if let value = make(text) { return value }
    report(
      "invalid_value", at: parent?.values[key], field: parent?.field(key) ?? key, value: text,
      "takes \(takes)")
    return nil
  }

  /// A number, plain or as `{value: 44, source: "…", low: 42, high: 46}`; `current` stays where the
  /// key is absent.
  mutating func number(
    _ key: String, in parent: YAMLSection?, _ range: ClosedRange<Double>,
    into current: inout SourcedNumber
  ) {
    guard let parent, let node = parent.values[key] else { return }
    guard node.mapping != nil else {
      if let value = plainNumber(key, in: parent, range) { current = SourcedNumber(value) }
      return
    }
    let field = parent.field(key)
    let inner = section(node, field, keys: ["value", "source", "low", "high"])
    guard let inner, let value = plainNumber("value", in: inner, range, field: field) else {
      return
    }
    current = SourcedNumber(
      value, source: text("source", in: inner) ?? SourcedNumber.assumption)
    guard inner.values["low"] != nil || inner.values["high"] != nil else { return }
    func end(_ key: String, _ reader: inout YAMLReader) -> Double? {
      inner.values[key] == nil ? value : reader.plainNumber(key, in: inner, range)
    }
    guard let low = end("low", &self), let high = end("high", &self) else { return }
    guard low <= value, value <= high else {
      report(
        "range_without_value", at: node, field: field, value: Self.plain(value),
        "low, value and high are not in this order")
      return
    }
    current.range = low...high
  }

  private mutating func plainNumber(
    _ key: String, in section: YAMLSection, _ range: ClosedRange<Double>, field: String? = nil
  ) -> Double? {
    let takes = "a number from \(Self.plain(range.lowerBound)) to \(Self.plain(range.upperBound))"
    guard let value = value(key, in: section, takes: takes, isRequired: true, Double.init) else {
      return nil
    }
    if range.contains(value) { return value }
    report(
      "value_out_of_range", at: section.values[key], field: field ?? section.field(key),
      value: Self.plain(value), "takes \(takes)")
    return nil
  }

  static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }

  /// A path relative to the scenario's folder, `${NAME}` taken from the environment.
  mutating func path(_ key: String, in parent: YAMLSection?, isRequired: Bool = false) -> String? {
    guard let text = text(key, in: parent, isRequired: isRequired) else { return nil }
    var path = text
    while let start = path.range(of: "${"),
      let end = path.range(of: "}", range: start.upperBound..<path.endIndex)
    {
      let name = String(path[start.upperBound..<end.lowerBound])
      guard let value = ProcessInfo.processInfo.environment[name], !value.contains("${") else {
        report(
          "unset_variable", at: parent?.values[key], field: parent?.field(key) ?? key, value: text,
          "the environment variable \(name) is not set", remedy: "run: export \(name)=FOLDER")
        return nil
      }
      path.replaceSubrange(start.lowerBound..<end.upperBound, with: value)
    }
    guard !path.hasPrefix("/") else {
      names(input: .init(path: path, name: text))
      return path
    }
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    // As the scenario names it: standardizing follows symbolic links, to names of one machine.
    names(input: .init(path: folder.path + "/" + path, name: text))
    return folder.appendingPathComponent(path).standardizedFileURL.path
  }
}

/// A mapping of the file and where it stands.
struct YAMLSection {
  let path: String
  let node: Node
  let values: [String: Node]

  func field(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}
