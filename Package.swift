// swift-tools-version: 6.2
import PackageDescription

/// Settings that every target shares.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
/// Paths; a part of the system on Apple's.
let system = Target.Dependency.product(
  name: "SystemPackage", package: "swift-system", condition: .when(platforms: [.linux]))
let lifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// A library target in `Sources/`; it stands only on targets listed below it.
func room(_ name: String, on dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A library target with a folder of files compiled into the binary, so that an installed
/// `antenne` needs nothing beside it. The folder holds links to where analysts find the files.
func room(
  _ name: String, on dependencies: [Target.Dependency] = [], embedding folder: String
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: [.embedInCode(folder)],
    swiftSettings: settings)
}

func tests(_ name: String, on dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: "\(name)Tests", dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "Antenne",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "antenne", targets: ["antenne"]),
    .library(name: "StreetRouting", targets: ["StreetRouting"]),
    .library(
      name: "DoorToDoorRouting",
      targets: [
        "Routing", "GTFSStore", "StreetStore", "TransitRouting", "StreetRouting", "Geography",
        "Findings",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Without the trait for configuration files, which nothing here uses.
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1",
      traits: ["FullFoundation"]),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .executableTarget(
      name: "antenne",
      dependencies: [
        "AntenneServer", "SampleProject", "SeedFacts", "Candidates", "Surroundings", "Reporting",
        "SiteBatch",
        "SiteSelection",
        "Impact", "ImpactModel", "Scenarios", "GTFSStore", "FeedArchive", "InputHashes",
        "PrincipalRoads", "OpenStreetMap", "StreetStore", "Routing", "TransitRouting",
        "StreetRouting", "Geography", "TabularText", "Findings", arguments,
      ], swiftSettings: settings),
    room(
      "AntenneServer",
      on: [
        "Reporting", "Impact", "ImpactModel", "Scenarios", "Routing", "Geography", "TabularText",
        "Findings", "CLeaflet", hummingbird, httpTypes, lifecycle, logging, subprocess, system,
      ], embedding: "PageFiles"),
    room(
      "SampleProject", on: ["ModelNetwork", "TabularText", "Findings"],
      embedding: "Files"),
    room(
      "SeedFacts",
      on: [
        "Surroundings", "Impact", "ImpactModel", "Scenarios", "PrincipalRoads", "ModelNetwork",
        "Routing", "Geography", "TabularText", "Findings",
      ], embedding: "Files"),
    room(
      "Candidates",
      on: [
        "Surroundings", "Scenarios", "PrincipalRoads", "Routing", "TransitRouting",
        "StreetRouting", "Geography", "Parallelism", "TabularText", "Findings",
      ], embedding: "Files"),
    room(
      "Surroundings",
      on: [
        "PrincipalRoads", "ModelNetwork", "TransitRouting", "Geography", "TabularText", "Findings",
      ], embedding: "Files"),
    room(
      "Reporting",
      on: [
        "Impact", "ImpactModel", "GeoPackageFiles", "Routing", "Geography", "InputHashes",
        "TabularText", "Findings", mustache,
      ],
      embedding: "Templates"),
    room(
      "SiteBatch",
      on: [
        "Impact", "ImpactModel", "Scenarios", "SiteSelection", "Geography", "InputHashes",
        "TabularText", "Findings",
      ]),
    room(
      "Impact",
      on: [
        "ImpactModel", "Scenarios", "Routing", "TransitRouting", "StreetRouting", "Geography",
        "Parallelism",
        "TabularText", "Findings",
      ]),
    room(
      "Scenarios",
      on: [
        "ImpactModel", "PrincipalRoads", "Routing", "TransitRouting", "StreetRouting", "Geography",
        "TabularText",
        "Findings", yams,
      ]),
    room(
      "GTFSStore",
      on: [
        "FeedArchive", "GTFSSchedule", "TransitRouting", "Geography", "TabularText", "Findings",
        grdb, sqlite,
      ]),
    room("GeoPackageFiles", on: ["Geography", "Findings", grdb]),
    room("FeedArchive", on: ["Findings", "CZip"]),
    room("Routing", on: ["TransitRouting", "StreetRouting", "Geography", "Parallelism"]),
    room(
      "PrincipalRoads",
      on: ["OpenStreetMap", "StreetRouting", "Geography", "TabularText", "Findings"],
      embedding: "Files"),
    room("TestSupport", on: ["OpenStreetMap", "TransitRouting", "StreetRouting", "Geography"]),
    room("StreetStore", on: ["StreetRouting", "TabularText", "Findings"]),
    room("OpenStreetMap", on: ["StreetRouting", "Geography", "Findings", "COsmium"]),
    room("TransitRouting", on: ["Geography"]),
    room("StreetRouting", on: ["Geography", "Parallelism"]),
    room("ImpactModel"),
    room("SiteSelection"),
    room("Parallelism"),
    room("GTFSSchedule"),
    room("ModelNetwork", embedding: "Tables"),
    room("Geography"),
    room("InputHashes", on: ["Findings", "CCrypto"]),
    room("TabularText", on: ["Findings"]),
    room("Findings"),
    // libosmium is headers only and has no file for pkg-config.
    .target(
      name: "COsmium", cxxSettings: [.define("NDEBUG")],
      linkerSettings: [.linkedLibrary("z"), .linkedLibrary("pthread")]),
    // Leaflet's files, if they are on the machine that builds.
    .target(name: "CLeaflet"),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    .systemLibrary(
      name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    tests("AntenneServer", on: ["AntenneServer", "TestSupport", hummingbird]),
    tests("InputHashes", on: ["InputHashes", "Findings", "TestSupport"]),
    tests(
      "SiteBatch",
      on: [
        "SiteBatch", "SiteSelection", "Impact", "ImpactModel", "Scenarios", "InputHashes",
        "Geography", "TabularText", "Findings", "TestSupport",
      ]),
    tests("TransitRouting", on: ["TransitRouting", "TestSupport", "Geography"]),
    tests(
      "OpenStreetMap",
      on: ["OpenStreetMap", "StreetStore", "StreetRouting", "Findings", "TestSupport"]),
    tests(
      "StreetStore",
      on: ["StreetStore", "OpenStreetMap", "StreetRouting", "Findings", "TestSupport"]),
    tests("StreetRouting", on: ["OpenStreetMap", "StreetRouting", "TestSupport", "Geography"]),
    tests("GTFSSchedule", on: ["GTFSSchedule"]),
    tests("ModelNetwork", on: ["ModelNetwork"]),
    tests("SiteSelection", on: ["SiteSelection"]),
    tests("ImpactModel", on: ["ImpactModel", "TestSupport"]),
    tests(
      "PrincipalRoads",
      on: [
        "PrincipalRoads", "ModelNetwork", "Geography", "TabularText", "Findings", "TestSupport",
      ]),
    tests("TabularText", on: ["TabularText", "Findings", "TestSupport"]),
    tests("Geography", on: ["Geography", "TabularText", "TestSupport"]),
    tests(
      "GTFSStore",
      on: [
        "GTFSStore", "FeedArchive", "GTFSSchedule", "TransitRouting", "Geography", "TabularText",
        "Findings", "TestSupport", grdb,
      ]),
    tests(
      "GeoPackageFiles", on: ["GeoPackageFiles", "Geography", "Findings", "TestSupport", grdb]),
    tests("FeedArchive", on: ["FeedArchive", "Findings", "TestSupport", "CZip"]),
    tests(
      "Reporting",
      on: [
        "Reporting", "Impact", "ImpactModel", "GeoPackageFiles", "Routing", "Geography",
        "InputHashes", "TabularText", "Findings", "TestSupport", grdb,
      ]),
    tests(
      "Routing",
      on: [
        "Routing", "GTFSStore", "FeedArchive", "OpenStreetMap", "TransitRouting", "StreetRouting",
        "Geography", "TestSupport", "TabularText",
      ]),
    tests(
      "SeedFacts",
      on: [
        "SeedFacts", "Surroundings", "Impact", "ImpactModel", "Scenarios", "PrincipalRoads",
        "GTFSStore", "FeedArchive", "Routing", "TransitRouting", "StreetRouting", "Geography",
        "TabularText", "Findings", "TestSupport",
      ]),
    tests(
      "Candidates",
      on: [
        "Candidates", "Surroundings", "Scenarios", "PrincipalRoads", "OpenStreetMap", "GTFSStore",
        "FeedArchive", "Routing", "StreetRouting", "TransitRouting", "Geography", "TabularText",
        "Findings", "TestSupport",
      ]),
    tests(
      "Surroundings",
      on: [
        "Surroundings", "PrincipalRoads", "TransitRouting", "Geography", "TabularText", "Findings",
        "TestSupport",
      ]),
    tests("Architecture", on: []),
    tests("CommandLine", on: ["TestSupport"]),
    tests(
      "Scenarios",
      on: [
        "ImpactModel", "Scenarios", "Routing", "StreetRouting", "TransitRouting", "Geography",
        "TabularText",
        "Findings", "PrincipalRoads", "ModelNetwork", "TestSupport",
      ]),
    tests(
      "Impact",
      on: [
        "Impact", "ImpactModel", "Scenarios", "GTFSStore", "FeedArchive", "PrincipalRoads",
        "Routing", "TransitRouting", "StreetRouting", "Geography", "Findings", "TestSupport",
      ]),
    tests(
      "SampleProject",
      on: [
        "SampleProject", "Impact", "Scenarios", "GTFSStore", "FeedArchive", "Routing",
        "TransitRouting", "Findings", "TestSupport",
      ]),
  ],
  cxxLanguageStandard: .cxx17
)
