import Foundation
import Synchronization

/// Takes every result, so that no work is optimised away.
let sink = Atomic<Int>(0)

func keep(_ value: Int) {
  sink.wrappingAdd(value, ordering: .relaxed)
}

/// Ends the process where a property does not hold, so that libFuzzer keeps the input.
func require(_ holds: Bool, _ property: @autoclosure () -> String) {
  guard !holds else { return }
  FileHandle.standardError.write(Data("\nproperty violated: \(property())\n".utf8))
  abort()
}
