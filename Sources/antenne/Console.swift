import Findings
import Foundation
import Synchronization

/// What goes to the terminal: results on stdout, everything else on stderr.
enum Console {
  /// Control characters in names of feeds must not reach a terminal.
  static func write(_ text: String) {
    do {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let shown = lines.map { Finding.printable(String($0)) }.joined(separator: "\n")
      try FileHandle.standardOutput.write(contentsOf: Data(shown.utf8))
    } catch {
      fail(.inputOutput(path: "stdout", reason: "cannot be written: \(error.localizedDescription)"))
    }
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

/// A line on stderr that says how far long work is, with rate and time left; silent when stderr
/// is not a terminal.
final class Progress: Sendable {
  private let label: String
  private let start = ContinuousClock.now
  private let lastShown = Mutex(ContinuousClock.now)

  init(_ label: String) {
    self.label = label
  }

  func update(_ done: Int, of total: Int?, unit: String) {
    guard Console.isInteractive else { return }
    let now = ContinuousClock.now
    let isDue = lastShown.withLock { last in
      guard now - last > .milliseconds(200) || done == total else { return false }
      last = now
      return true
    }
    guard isDue else { return }
    let elapsed = (now - start) / .seconds(1)
    let rate = elapsed > 0 ? Double(done) / elapsed : 0
    var line = "\(label): \(done)"
    if let total { line += " of \(total)" }
    line += " \(unit), \(Int(rate)) a second"
    if let total, rate > 0, done < total {
      line += ", \(Int((Double(total - done) / rate).rounded(.up))) s left"
    }
    FileHandle.standardError.write(Data(("\r\u{1B}[K" + line).utf8))
    if done == total { finish() }
  }

  func finish() {
    guard Console.isInteractive else { return }
    FileHandle.standardError.write(Data("\n".utf8))
  }
}
