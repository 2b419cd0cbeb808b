import Findings
import Foundation
import TabularText

@testable import Scenarios

extension Failure {
  var findings: [Finding] {
    if case .unusableData(let findings) = self { findings } else { [] }
  }
}

extension Finding {
  /// `scenario.yaml:3 unknown_key arive`: what a test compares.
  var brief: String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name + (line.map { ":\($0)" } ?? "") + " " + code + (field.map { " \($0)" } ?? "")
  }
}

/// The findings of a body that must fail, as `file:line code field`.
func findings(_ body: () throws(Failure) -> some Any) -> [String] {
  do throws(Failure) {
    _ = try body()
    return ["no failure"]
  } catch {
    if case .missingInput(let path, _) = error {
      return ["missing input " + (path.split(separator: "/").last.map(String.init) ?? path)]
    }
    return error.findings.map(\.brief)
  }
}

func table(_ text: String, file: String = "t.csv") throws(Failure) -> Table {
  try Table(file: file, text: text)
}
