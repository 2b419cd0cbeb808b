// swift-tools-version: 6.2
import PackageDescription

/// A package of its own, so that who builds Antenne never builds it.
let package = Package(
  name: "TransitBenchmark",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "Antenne", path: "../..")],
  targets: [
    .executableTarget(
      name: "TransitBenchmark",
      dependencies: [.product(name: "DoorToDoorRouting", package: "Antenne")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ])
  ]
)
