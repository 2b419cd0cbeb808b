import Foundation
import Testing

/// Imports against the manifest: a transitive target can be imported without a word from the
/// compiler, so the arrows are held here.
struct LayeringTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private struct Target {
    var name: String
    var dependencies: Set<String>
    var position: Int
  }

  /// The library and executable targets of the manifest, in its order.
  private static func targets() throws -> [Target] {
    let manifest = try String(
      contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
    let declaration = /(?:room|executableTarget)\(\s*(?:name: )?"(?<name>\w+)"(?<rest>[^)]*\))/
    return manifest.matches(of: declaration).enumerated().map { position, match in
      let rest = match.output.rest.replacing(/embedding: "\w+"/, with: "")
      var names = Set(rest.matches(of: /"(\w+)"/).map { String($0.output.1) })
      let products = [
        "grdb": "GRDB", "sqlite": "GRDBSQLite", "yams": "Yams", "mustache": "Mustache",
        "arguments": "ArgumentParser",
      ]
      for (constant, module) in products
      where rest.split(whereSeparator: { !$0.isLetter }).contains(constant[...]) {
        names.insert(module)
      }
      return Target(name: String(match.output.name), dependencies: names, position: position)
    }
  }

  /// Modules that a file of a target imports.
  private static func imports(of target: String) throws -> [(file: String, module: String)] {
    let folder = root.appendingPathComponent("Sources/\(target)")
    let files = try #require(FileManager.default.enumerator(atPath: folder.path))
    var found: [(String, String)] = []
    for case let file as String in files where file.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      for line in text.split(separator: "\n") {
        guard let match = line.firstMatch(of: /^\s*(?:@\w+ |public |internal )*import (\w+)/) else {
          continue
        }
        found.append((file, String(match.output.1)))
      }
    }
    return found
  }

  private static let system: Set<String> = [
    "Foundation", "Glibc", "Darwin", "Synchronization", "Swift", "Testing",
  ]

  @Test("every target imports only what the manifest gives it")
  func importsAreDeclared() throws {
    let targets = try Self.targets()
    #expect(targets.count >= 12)
    for target in targets {
      let imports = try Self.imports(of: target.name)
      let bare: Set = ["Geography", "Findings", "ModelNetwork", "GTFSSchedule"]
      #expect(!imports.isEmpty || bare.contains(target.name))
      for (file, module) in imports where !Self.system.contains(module) {
        #expect(target.dependencies.contains(module), "\(target.name)/\(file) imports \(module)")
      }
    }
  }

  @Test("every declared dependency is imported")
  func dependenciesAreUsed() throws {
    for target in try Self.targets() {
      let used = Set(try Self.imports(of: target.name).map(\.module))
      for dependency in target.dependencies {
        #expect(used.contains(dependency), "\(target.name) declares \(dependency) for nothing")
      }
    }
  }

  @Test("arrows point downward in the manifest")
  func arrowsPointDownward() throws {
    let targets = try Self.targets()
    let positions = Dictionary(uniqueKeysWithValues: targets.map { ($0.name, $0.position) })
    for target in targets {
      for dependency in target.dependencies {
        guard let below = positions[dependency] else { continue }
        #expect(below > target.position, "\(target.name) stands on \(dependency), above it")
      }
    }
  }

  @Test("the routing core does no input or output and depends on nothing outside")
  func coreIsPure() throws {
    let imports = try Self.imports(of: "TransitRouting").map(\.module)
    #expect(Set(imports).isSubset(of: ["Geography"]))
  }

  @Test("tests mirror the sources")
  func testsMirrorSources() throws {
    let tests = Self.root.appendingPathComponent("Tests")
    // Scripts lie beside the folders.
    let folders = try FileManager.default.contentsOfDirectory(atPath: tests.path).filter {
      try tests.appendingPathComponent($0).resourceValues(forKeys: [.isDirectoryKey]).isDirectory
        == true
    }
    let names = Set(try Self.targets().map(\.name) + ["Architecture", "CommandLine"])
    for folder in folders {
      #expect(names.contains(folder.replacingOccurrences(of: "Tests", with: "")), "\(folder)")
    }
  }
}
