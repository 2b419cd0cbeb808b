import Findings

extension Rule {
  static let unknownFile = Rule(
    "unknown_file", .info, in: "Dataset Files",
    "a file that the reference does not know, or a second copy of one, is not read",
    mend: "nothing, unless its name is mistyped")
}
