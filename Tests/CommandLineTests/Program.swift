import Foundation
import TestSupport

/// Runs the built `antenne` and collects what it says.
enum Program {
  struct Output {
    var status: Int32
    var output: String
    var errors: String
  }

  static func run(_ arguments: String...) throws -> Output {
    try run(arguments)
  }

  static func run(_ arguments: [String]) throws -> Output {
    try collect(BuiltProgram.url(), arguments)
  }

  /// Runs a shell script that is given the program as `$0` and its arguments as `$@`.
  static func run(through script: String, _ arguments: String...) throws -> Output {
    try collect(
      URL(fileURLWithPath: "/bin/sh"), ["-c", script, BuiltProgram.url().path] + arguments)
  }

  /// Starts the program and does not wait for it; what it says is lost.
  static func start(_ arguments: String...) throws -> Process {
    let process = Process()
    process.executableURL = try BuiltProgram.url()
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private static func collect(_ executable: URL, _ arguments: [String]) throws -> Output {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    // Files, not pipes: a full pipe would stop the program.
    let folder = NSTemporaryDirectory() + "antenne-output-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let paths = ["out", "err"].map { folder + "/" + $0 }
    for path in paths { try Data().write(to: URL(fileURLWithPath: path)) }
    process.standardOutput = FileHandle(forWritingAtPath: paths[0])
    process.standardError = FileHandle(forWritingAtPath: paths[1])
    try process.run()
    process.waitUntilExit()
    return Output(
      status: process.terminationStatus,
      output: try String(contentsOfFile: paths[0], encoding: .utf8),
      errors: try String(contentsOfFile: paths[1], encoding: .utf8))
  }
}
