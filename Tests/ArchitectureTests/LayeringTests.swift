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
    /// Of the sources below the root.
    var folder: String
  }

  /// The library and executable targets of the manifest, in its order.
  private static func targets() throws -> [Target] {
    try declared(/(?:room|executableTarget)\(\s*(?:name: )?"(?<name>\w+)"(?<rest>[^)]*\))/) {
      "Sources/\($0)"
    }
  }

  private static func testTargets() throws -> [Target] {
    try declared(/\btests\(\s*"(?<name>\w+)"(?<rest>[^)]*\))/) { "Tests/\($0)Tests" }
  }

  private static func declared(
    _ declaration: Regex<(Substring, name: Substring, rest: Substring)>, folder: (String) -> String
  ) throws -> [Target] {
    let manifest = try String(
      contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
    return manifest.matches(of: declaration).enumerated().map { position, match in
      let rest = match.output.rest.replacing(/embedding: "\w+"/, with: "")
      var names = Set(rest.matches(of: /"(\w+)"/).map { String($0.output.1) })
      let products = [
        "grdb": "GRDB", "sqlite": "GRDBSQLite", "yams": "Yams", "mustache": "Mustache",
        "arguments": "ArgumentParser", "hummingbird": "Hummingbird", "logging": "Logging",
        "lifecycle": "ServiceLifecycle", "subprocess": "Subprocess", "httpTypes": "HTTPTypes",
        "system": "SystemPackage",
      ]
      for (constant, module) in products
      where rest.split(whereSeparator: { !$0.isLetter }).contains(constant[...]) {
        names.insert(module)
      }
      let name = String(match.output.name)
      return Target(name: name, dependencies: names, position: position, folder: folder(name))
    }
  }

  /// Modules that a file of a target imports.
  private static func imports(of target: Target) throws -> [(file: String, module: String)] {
    let folder = root.appendingPathComponent(target.folder)
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
    "Foundation", "FoundationXML", "Glibc", "Darwin", "Synchronization", "System", "Swift",
    "Testing",
  ]

  @Test("every target imports only what the manifest gives it")
  func importsAreDeclared() throws {
    let (targets, tests) = (try Self.targets(), try Self.testTargets())
    #expect(targets.count >= 12)
    #expect(tests.count >= 12)
    for target in targets + tests {
      let imports = try Self.imports(of: target)
      let bare: Set = ["Geography", "Findings", "ModelNetwork", "GTFSSchedule", "SiteSelection"]
      #expect(!imports.isEmpty || bare.contains(target.name))
      for (file, module) in imports where !Self.system.contains(module) {
        #expect(target.dependencies.contains(module), "\(target.folder)/\(file) imports \(module)")
      }
    }
  }

  @Test("every declared dependency is imported")
  func dependenciesAreUsed() throws {
    for target in try Self.targets() + Self.testTargets() {
      let used = Set(try Self.imports(of: target).map(\.module))
      for dependency in target.dependencies {
        #expect(used.contains(dependency), "\(target.folder) declares \(dependency) for nothing")
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

  /// Street routing takes cosines from the C library.
  @Test(
    "the routing cores do no input or output and depend on nothing outside",
    arguments: [
      ("TransitRouting", ["Geography"]),
      ("StreetRouting", ["Geography", "Parallelism", "Glibc", "Darwin"]),
    ])
  func coresArePure(core: String, allowed: [String]) throws {
    let target = try #require(try Self.targets().first { $0.name == core })
    let imports = Set(try Self.imports(of: target).map(\.module))
    #expect(imports.isSubset(of: allowed), "\(core) imports \(imports)")
  }

  @Test("tests mirror the sources")
  func testsMirrorSources() throws {
    let tests = Self.root.appendingPathComponent("Tests")
    // Scripts lie beside the folders; the last three hold tests in Python.
    let folders = try FileManager.default.contentsOfDirectory(atPath: tests.path).filter {
      try tests.appendingPathComponent($0).resourceValues(forKeys: [.isDirectoryKey]).isDirectory
        == true
    }
    let names = Set(
      try Self.targets().map(\.name)
        + ["Architecture", "CommandLine", "cluster", "browser", "geopackage"])
    for folder in folders {
      #expect(names.contains(folder.replacingOccurrences(of: "Tests", with: "")), "\(folder)")
    }
  }
}
