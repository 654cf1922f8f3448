global using Microsoft.Playwright;
global using Xunit;

// The tests share two processor cores: side by side they would only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
