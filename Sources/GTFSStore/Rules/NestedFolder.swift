import Findings

extension Rule {
  static let nestedFolder = Rule(
    "nested_folder", .error, in: "Dataset Publishing & General Practices",
    "the files lie at the root of the zip and not in a folder inside it",
    mend: "zip the files themselves", repairable: true)
}
