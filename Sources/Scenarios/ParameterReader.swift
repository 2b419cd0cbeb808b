import ImpactModel
import Yams

/// Reads `parameters`: numbers of the model in place of its defaults.
enum ParameterReader {
  static func read(_ root: YAMLSection, _ reader: inout YAMLReader) -> ModelParameters {
    var parameters = ModelParameters()
    let names = parameters.list.map(\.name)
    guard let section = reader.section("parameters", in: root, keys: names) else {
      return parameters
    }
    for name in names {
      guard let node = section.values[name], let field = ModelParameters.field(named: name) else {
        continue
      }
      read(name, node, section, into: &parameters[keyPath: field], &reader)
    }
    return parameters
  }

  /// A plain number, or `{value, low, high, source}`. Without ends of its own a number has no range:
  /// those of the default belong to the default.
  private static func read(
    _ name: String, _ node: Node, _ section: YAMLSection, into parameter: inout Parameter,
    _ reader: inout YAMLReader
  ) {
    var value = SourcedNumber(parameter.value)
    let takes = parameter.allowed
    guard node.mapping != nil else {
      reader.number(name, in: section, takes, into: &value)
      parameter.set(value.value, value.value...value.value, source: value.source)
      return
    }
    let field = section.field(name)
    guard
      let inner = reader.section(node, field, keys: ["value", "low", "high", "source"])
    else { return }
    reader.number("value", in: inner, takes, into: &value)
    var (low, high) = (SourcedNumber(value.value), SourcedNumber(value.value))
    reader.number("low", in: inner, takes, into: &low)
    reader.number("high", in: inner, takes, into: &high)
    guard low.value <= value.value, value.value <= high.value else {
      reader.report(
        "range_without_value", at: node, field: field, value: YAMLReader.plain(value.value),
        "low, value and high are not in this order")
      return
    }
    parameter.set(
      value.value, low.value...high.value,
      source: reader.text("source", in: inner) ?? SourcedNumber.assumption)
  }
}

extension Parameter {
  /// Shares are at most 1; what divides is above 0.
  fileprivate var allowed: ClosedRange<Double> {
    if unit == "share" { return 0...1 }
    let divides = ["car_occupancy", "m2_per_seat", "logit_scale_per_eur"].contains(name)
    if name == "nest_parameter" { return 0.01...1 }
    return (divides ? 0.001 : 0)...1e6
  }

  fileprivate mutating func set(_ value: Double, _ range: ClosedRange<Double>, source: String) {
    self.value = value
    (low, high) = (range.lowerBound, range.upperBound)
    self.source = source
  }
}
