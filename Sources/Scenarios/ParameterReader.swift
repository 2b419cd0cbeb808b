import ImpactModel

/// Reads `parameters`: numbers of the model in place of its defaults.
enum ParameterReader {
  static func read(_ root: YAMLSection, _ reader: inout YAMLReader) -> ModelParameters {
    var parameters = ModelParameters()
    let names = parameters.list.map(\.name)
    guard let section = reader.section("parameters", in: root, keys: names) else {
      return parameters
    }
    for name in names {
      guard section.values[name] != nil, let field = ModelParameters.field(named: name) else {
        continue
      }
      var number = SourcedNumber(parameters[keyPath: field].value)
      reader.number(name, in: section, parameters[keyPath: field].allowed, into: &number)
      // Without ends of its own a number is not varied: those of the default belong to the default. Of a
      // delay the upper end is what counts.
      parameters[keyPath: field].value = number.value
      parameters[keyPath: field].low = number.range?.lowerBound ?? number.value
      parameters[keyPath: field].high = number.range?.upperBound ?? number.value
      parameters[keyPath: field].source = number.source
    }
    return parameters
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
}

/// Reads `uncertainty`: how often the impact is drawn anew.
enum UncertaintyReader {
  static func read(
    _ root: YAMLSection, participation: SourcedNumber, _ reader: inout YAMLReader
  ) -> DrawRules {
    var rules = DrawRules()
    rules.participation = participation.range
    let section = reader.section("uncertainty", in: root, keys: ["draws", "seed"])
    let range = 0...DrawRules.countLimit
    let count = reader.value(
      "draws", in: section, takes: "a whole number in 0 to \(range.upperBound)"
    ) { text in Int(text).flatMap { range.contains($0) ? $0 : nil } }
    if let count { rules.count = count }
    let seed = reader.value(
      "seed", in: section, takes: "a whole number, not negative"
    ) { UInt64($0) }
    if let seed { rules.seed = seed }
    return rules
  }
}
