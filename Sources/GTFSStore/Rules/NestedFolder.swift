import Findings

extension Rule {
  static let nestedFolder = Rule(
    "nested_folder", .error, in: "Dataset Publishing & General Practices",
    "the files lie at the root of the zip and not in a folder inside it",
    found: "the file lies in a folder inside the zip",
    mend: "zip the files themselves", repairable: true)
}
