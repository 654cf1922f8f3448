global using Microsoft.Playwright;
global using Xunit;
using Centrala.Browser.Tests;

[assembly: AssemblyFixture(typeof(OpenCentre))]
// The tests share one centre and two processor cores: side by side they would only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
