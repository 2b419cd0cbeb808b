import Findings

extension Rule {
  static let fileNameCase = Rule(
    "file_name_case", .error, in: "File Requirements",
    "file names are written as the reference writes them, in lower case",
    found: "the file's name is written otherwise in the reference",
    mend: "rename the file", repairable: true)
}
