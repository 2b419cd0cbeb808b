/// Why a command stopped, with the exit code that scripts rely on (`sysexits.h`).
public enum Failure: Error, Sendable {
  /// Exit code 65: the input was read and cannot be used; at least one finding is an error.
  case unusableData([Finding])
  /// Exit code 66: an input file does not exist or cannot be opened.
  case missingInput(path: String, reason: String)
  /// Exit code 74: reading or writing failed.
  case inputOutput(path: String, reason: String)
  /// Exit code 70: a defect of Antenne.
  case defect(String)

  public var exitCode: Int32 {
    switch self {
    case .unusableData: 65
    case .missingInput: 66
    case .defect: 70
    case .inputOutput: 74
    }
  }

  /// Unusable data with one finding.
  public static func unusable(
    _ code: String, file: String, line: Int? = nil, field: String? = nil, value: String? = nil,
    _ message: String, remedy: String? = nil
  ) -> Failure {
    .unusableData([
      Finding(
        code, file: file, line: line, field: field, value: value, message: message, remedy: remedy)
    ])
  }
}

extension Failure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unusableData(let findings):
      // What stops the work comes first; what is only worth knowing would hide it.
      [Severity.error, .warning].flatMap { severity in
        findings.filter { $0.severity == severity }.map(\.description)
      }.joined(separator: "\n")
    case .missingInput(let path, let reason): "\(path): \(reason)"
    case .inputOutput(let path, let reason): "\(path): \(reason)"
    case .defect(let what): "defect of Antenne: \(what)"
    }
  }
}
