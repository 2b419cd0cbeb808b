// swift-tools-version: 6.2
import PackageDescription

/// A package of its own, so that who builds Antenne never builds it.
let package = Package(
  name: "StreetsBenchmark",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "Antenne", path: "../..")],
  targets: [
    .executableTarget(
      name: "StreetsBenchmark",
      dependencies: [.product(name: "StreetRouting", package: "Antenne")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ])
  ]
)
