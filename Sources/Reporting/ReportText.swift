import Findings
import Foundation

/// The string table of a language.
struct ReportText: Sendable {
  let strings: [String: String]

  init(_ language: ReportLanguage) throws(Failure) {
    let bytes =
      switch language {
      case .en: PackageResources.report_en_json
      case .fr: PackageResources.report_fr_json
      case .nl: PackageResources.report_nl_json
      }
    do {
      strings = try JSONDecoder().decode([String: String].self, from: Data(bytes))
    } catch {
      throw .defect("the texts of reports in \"\(language.rawValue)\" are not readable: \(error)")
    }
  }

  /// The string of a key; a missing one shows as `??key??`.
  subscript(_ key: String) -> String { strings[key] ?? "??\(key)??" }

  /// The string of a key with each `{name}` replaced once, so that braces in data stay as they are.
  func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
    var output = ""
    var rest = self[key][...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      output += rest[..<open]
      output += values.first { $0.key == name }?.value ?? "??\(name)??"
      rest = rest[rest.index(after: close)...]
    }
    return output + rest
  }
}
