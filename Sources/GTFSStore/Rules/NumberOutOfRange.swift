import Findings

extension Rule {
  static let numberOutOfRange = Rule(
    "number_out_of_range", .error, in: "Field Types; Field Signs",
    "a number lies within the bounds of its field", mend: "write a number within the bounds")
}
