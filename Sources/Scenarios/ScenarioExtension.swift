import Findings
import Foundation
import TabularText
import Yams

/// A scenario that says only what it has other than another one: `extends: FILE`.
enum ScenarioExtension {
  static let key = "extends"
  /// A chain of scenarios that is longer goes round in circles.
  private static let longestChain = 8

  /// The keys of a scenario with those of the scenario that it extends under them. Of a mapping the
  /// keys are merged one by one, anything else is replaced, and `~` takes a key away.
  ///
  /// The file that is extended must be right by itself, so that mistakes are told with its name and
  /// line. It stands in the same folder: paths are relative to that.
  /// - Throws: what is wrong with the file that is extended.
  static func merged(
    _ root: Node, of path: String, depth: Int = 0, _ reader: inout YAMLReader
  ) throws(Failure) -> Node? {
    guard var mapping = root.mapping, let node = mapping[Node(key)] else { return root }
    guard let name = node.scalar?.string, !name.isEmpty, !name.contains("/") else {
      reader.report(
        "invalid_value", at: node, field: key, value: node.scalar?.string,
        "takes the name of a scenario in the same folder")
      return nil
    }
    let base = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent(name)
      .path
    guard depth < longestChain else {
      reader.report(
        "circle_of_scenarios", at: node, field: key, value: name, "the scenarios extend each other")
      return nil
    }
    guard FileManager.default.fileExists(atPath: base) else {
      reader.report("missing_file", at: node, field: key, value: name, "no such scenario")
      return nil
    }
    let text = String(decoding: try InputFile.bytes(base, maximumBytes: 1 << 20), as: UTF8.self)
    var baseReader = YAMLReader(file: base)
    guard let own = baseReader.compose(text),
      let whole = try merged(own, of: base, depth: depth + 1, &baseReader)
    else { throw .unusableData(baseReader.findings) }
    reader.names(input: .init(path: base, name: name))
    for file in baseReader.inputFiles { reader.names(input: file) }
    // Only now is it known that the chain ends. What the base names must be there too, changed or not.
    if depth == 0 {
      for file in try ScenarioFile.resolve(base).inputFiles { reader.names(input: file) }
    }
    mapping[Node(key)] = nil
    return overlay(.mapping(mapping), on: whole)
  }

  private static func overlay(_ change: Node, on base: Node) -> Node {
    guard let changes = change.mapping, var result = base.mapping else { return change }
    for (key, value) in changes {
      if let scalar = value.scalar, scalar.style == .plain,
        ["~", "null", ""].contains(scalar.string)
      {
        result[key] = nil
      } else if let before = result[key] {
        result[key] = overlay(value, on: before)
      } else {
        result[key] = value
      }
    }
    // Where something is missing the change is at fault.
    result.mark = changes.mark
    return .mapping(result)
  }
}
