import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// `antenne` as a process of its own: a crash harms nobody, its memory is given back, and to cancel
/// is a signal.
struct ChildProgram: Sendable {
  var path: String

  struct Outcome: Sendable {
    var status: Int32
    var output: String
  }

  private var options: PlatformOptions {
    var options = PlatformOptions()
    options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(3))]
    return options
  }

  /// Runs until the end, or until the calling task is cancelled, and hands over each line of stderr.
  /// The child sees the end of its input when the server ends, however that happens.
  func run(
    _ arguments: [String], line: @escaping @Sendable (String) async -> Void
  ) async throws -> Int32 {
    let result = try await Subprocess.run(
      .path(FilePath(path)), arguments: Arguments(arguments), platformOptions: options,
      input: .inputWriter, output: .discarded, error: .sequence
    ) { execution in
      for try await text in execution.standardError.strings() { await line(text) }
    }
    return Self.status(result.terminationStatus)
  }

  /// Runs until the end and collects what is printed.
  func collect(_ arguments: [String]) async throws -> (
    status: Int32, output: String, errors: String
  ) {
    let result = try await Subprocess.run(
      .path(FilePath(path)), arguments: Arguments(arguments), platformOptions: options,
      output: .string(limit: Limits.routeBytes), error: .string(limit: Limits.routeBytes))
    return (
      Self.status(result.terminationStatus), result.standardOutput, result.standardError
    )
  }

  /// The exit code, or as a shell writes it 128 and the signal.
  private static func status(_ status: TerminationStatus) -> Int32 {
    switch status {
    case .exited(let code): code
    case .signaled(let signal): 128 + signal
    }
  }
}
