import Findings
import TabularText

/// Findings of several files, to be told together.
struct InputMistakes {
  private(set) var findings: [Finding] = []

  /// What is read, or `nil` where it has findings.
  mutating func collect<Value>(_ read: () throws(Failure) -> Value) throws(Failure) -> Value? {
    do throws(Failure) {
      return try read()
    } catch .unusableData(let more) {
      findings += more
      return nil
    }
  }
}

extension Table {
  /// A user's file, or the one that is compiled into the program.
  static func read(
    _ path: String?, else builtIn: () throws(Failure) -> Table
  ) throws(Failure) -> Table {
    if let path { return try read(path) }
    return try builtIn()
  }
}
