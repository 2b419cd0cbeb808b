import Findings
import Foundation
import Synchronization

/// What goes to the terminal: results on stdout, everything else on stderr.
enum Console {
  /// Control characters in names of feeds must not reach a terminal.
  static func write(_ text: String) {
    write(Array(text.utf8))
  }

  /// Whole lines of text in UTF-8.
  static func write(_ bytes: [UInt8]) {
    do {
      let isPlain = bytes.allSatisfy { (0x20...0x7E).contains($0) || $0 == UInt8(ascii: "\n") }
      try FileHandle.standardOutput.write(contentsOf: isPlain ? Data(bytes) : printable(bytes))
    } catch {
      fail(.inputOutput(path: "stdout", reason: "cannot be written: \(error.localizedDescription)"))
    }
  }

  private static func printable(_ bytes: [UInt8]) -> Data {
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return Data(lines.map { Finding.printable(String($0)) }.joined(separator: "\n").utf8)
  }

  static func note(_ text: String) {
    // Where stderr is closed there is nobody to tell.
    try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
  }

  static func note(_ findings: [Finding]) {
    for finding in findings { note(finding.description) }
  }

  /// Prints why the command stopped and leaves with its exit code.
  static func fail(_ failure: Failure) -> Never {
    note("antenne: " + failure.description)
    exit(failure.exitCode)
  }

  static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }
}
