import Findings

extension Rule {
  static let unexpectedValue = Rule(
    "unexpected_value", .error, in: "Field Types, Enum",
    "a code is one of those that the field defines", mend: "use a code of the reference")
}
